package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a history of transactions. One is written as its accesses with what they found, such as
 * {@code "append x 1, r y [1 2]"} or {@code "w x 1, r y nil"}.
 */
final class Story {
    private final Script script = new Script();
    private final Map<Integer, String> open = new HashMap<>();

    /** A transaction while nothing else happens. */
    Story run(int process, String accesses) {
        return begin(process, accesses).end(process);
    }

    Story begin(int process, String accesses) {
        open.put(process, accesses);
        script.invoke(process, "txn", value(accesses, false));
        return this;
    }

    Story end(int process) {
        return end(process, EventType.OK);
    }

    Story fail(int process) {
        return end(process, EventType.FAIL);
    }

    /** Nobody knows how it ended. */
    Story info(int process) {
        return end(process, EventType.INFO);
    }

    History history() {
        return script.history();
    }

    private Story end(int process, EventType type) {
        script.add(type, process, "txn", value(open.remove(process), type == EventType.OK), null);
        return this;
    }

    private static List<Object> value(String accesses, boolean known) {
        List<Object> value = new ArrayList<>();
        for (String access : accesses.split(", ", -1)) {
            String[] words = access.split(" ", 3);
            boolean told = known || !words[0].equals("r");
            value.add(Script.tuple(new Keyword(words[0]), words[1], told ? item(words[2]) : null));
        }
        return value;
    }

    private static Object item(String word) {
        if (word.equals("nil")) {
            return null;
        }
        if (word.startsWith("[")) {
            String inner = word.substring(1, word.length() - 1);
            return Arrays.stream(inner.split(" "))
                    .filter(item -> !item.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        }
        return Long.valueOf(word);
    }
}
