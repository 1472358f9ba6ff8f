package dev.faultline.targets.stdio;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What programs did that the protocol forbids, in sentences. The first few are kept, all are counted. Used by the loop's thread. */
final class Mistakes {
    private static final int MOST = 10;
    private static final int MOST_TOLD = 3;

    private final List<String> kept = new ArrayList<>();
    private final Consumer<String> listener;
    private int count;

    /** @param listener hears of the first of them at once */
    Mistakes(Consumer<String> listener) {
        this.listener = listener;
    }

    void add(String sentence) {
        count++;
        if (kept.size() < MOST) {
            kept.add(sentence);
        }
        if (count <= MOST_TOLD) {
            listener.accept(sentence);
        }
    }

    Optional<String> first() {
        return kept.stream().findFirst();
    }

    /** The decision about the property that programs keep to the protocol. */
    CheckResult judged() {
        if (kept.isEmpty()) {
            return CheckResult.valid();
        }
        String more = count == 1 ? "" : " And " + (count - 1) + " more like it.";
        return new CheckResult(
                Verdict.INVALID,
                kept.get(0) + more,
                List.of(),
                Map.of("mistakes", count, "examples", List.copyOf(kept)));
    }
}
