package dev.faultline.reports;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The operations that show a violation, with those around its end.
 *
 * @param operations in the order of their invocations
 * @param left how many others there are
 */
record Excerpt(List<Operation> operations, int left) {
    private static final int BEFORE = 120;
    private static final int AFTER = 20;

    /** O(n), in one pass. Without evidence, the beginning of the history. */
    static Excerpt of(History history, Set<Integer> evidence) {
        List<Operation> all = history.operations();
        int last = lastOf(all, evidence);
        int from = Math.max(0, last - BEFORE);
        int until = Math.min(all.size(), last + AFTER + (evidence.isEmpty() ? BEFORE : 0));
        Deque<Operation> chosen = new ArrayDeque<>();
        for (int i = until - 1; i >= 0; i--) {
            if (i >= from || (!evidence.isEmpty() && Timeline.shows(all.get(i), evidence))) {
                chosen.addFirst(all.get(i));
            }
        }
        return new Excerpt(new ArrayList<>(chosen), all.size() - chosen.size());
    }

    private static int lastOf(List<Operation> all, Set<Integer> evidence) {
        int last = all.size();
        if (evidence.isEmpty()) {
            return 0;
        }
        do {
            last--;
        } while (last > 0 && !Timeline.shows(all.get(last), evidence));
        return last;
    }
}
