package dev.faultline.checkers.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * When a container surely held something: a value is inside from the moment at which it went in until anybody began to take it.
 * Whoever found the container empty must have had an instant at which it held nothing for sure. O(n).
 */
final class Coverage {
    private final Passages passages;
    private final Tokens tokens;
    private final int[] emptyInstants;

    Coverage(Passages passages) {
        this.passages = passages;
        tokens = passages.tokens();
        int[] change = new int[passages.spans().events() + 1];
        for (int value = 0; value < passages.size(); value++) {
            if (passages.stays(value)) {
                change[passages.putEnd(value)]++;
                change[passages.takeStart(value)]--;
            }
        }
        emptyInstants = new int[change.length];
        int inside = 0;
        for (int position = 0; position + 1 < change.length; position++) {
            inside += change[position];
            emptyInstants[position + 1] = emptyInstants[position] + (inside == 0 ? 1 : 0);
        }
    }

    Optional<Pattern> contradiction() {
        for (int empty : tokens.empties()) {
            if (emptyInstants[tokens.spans().end(empty)]
                    == emptyInstants[tokens.spans().start(empty)]) {
                return Optional.of(neverEmpty(empty));
            }
        }
        return Optional.empty();
    }

    /** The first position, from this one on, after which the container may be empty for an instant. There must be one. */
    int emptyAfter(int position) {
        int at = position;
        while (emptyInstants[at + 1] == emptyInstants[at]) {
            at++;
        }
        return at;
    }

    private Pattern neverEmpty(int empty) {
        int start = tokens.spans().start(empty);
        List<Integer> values = chain(passages, start, tokens.spans().end(empty), value -> true);
        List<Integer> operations = new ArrayList<>(passages.operations(values));
        operations.add(empty);
        return Pattern.of(
                "empty though something was inside",
                "Process " + tokens.spans().operation(empty).process() + " found nothing (event "
                        + tokens.spans().operation(empty).completion().index()
                        + "), yet something was surely inside all the time since event "
                        + tokens.eventOf(empty) + ": " + passages.names(values) + ".",
                operations.toArray(new Integer[0]));
    }

    /** A few values, one of which was surely inside at any time between two positions. There must be some. O(n). */
    static List<Integer> chain(Passages passages, int from, int until, IntPredicate admitted) {
        int[] arrivals = passages.arrivals();
        List<Integer> chain = new ArrayList<>();
        int best = Tokens.NONE;
        int covered = from;
        for (int position = 0; covered < until; position++) {
            int arrival = arrivals[position];
            if (arrival != Tokens.NONE
                    && admitted.test(arrival)
                    && (best == Tokens.NONE || passages.takeStart(arrival) > passages.takeStart(best))) {
                best = arrival;
            }
            if (position == covered) {
                chain.add(best);
                covered = passages.takeStart(best);
            }
        }
        return chain;
    }
}
