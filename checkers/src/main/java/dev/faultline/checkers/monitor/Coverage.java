package dev.faultline.checkers.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a container surely held something: a value is inside from the moment at which it went in until anybody began to take it.
 * Whoever found the container empty must have had an instant at which it held nothing for sure. O(n).
 */
final class Coverage {
    private final Tokens tokens;
    private final int[] emptyInstants;

    Coverage(Tokens tokens) {
        this.tokens = tokens;
        int[] change = new int[tokens.spans().events() + 1];
        for (int value = 0; value < tokens.size(); value++) {
            if (tokens.stays(value)) {
                change[tokens.putEnd(value)]++;
                change[Math.min(tokens.takeStart(value), change.length - 1)]--;
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

    private Pattern neverEmpty(int empty) {
        List<Integer> operations = new ArrayList<>(List.of(empty));
        List<String> values = new ArrayList<>();
        int covered = tokens.spans().start(empty);
        while (covered < tokens.spans().end(empty)) {
            int value = longestAt(covered);
            values.add(String.valueOf(tokens.value(value)));
            operations.add(tokens.putBy(value));
            operations.add(tokens.takenBy(value));
            covered = tokens.takeStart(value);
        }
        return Pattern.of(
                "empty though something was inside",
                "Process " + tokens.spans().operation(empty).process() + " found nothing (event "
                        + tokens.spans().operation(empty).completion().index() + "), yet all the time since event "
                        + tokens.eventOf(empty) + " " + String.join(", then ", values) + " was surely inside.",
                operations.toArray(new Integer[0]));
    }

    /** Of the values that are surely inside just after a position, the one that stays longest. O(n). */
    private int longestAt(int position) {
        int longest = Tokens.NONE;
        for (int value = 0; value < tokens.size(); value++) {
            if (tokens.stays(value)
                    && tokens.putEnd(value) <= position
                    && tokens.takeStart(value) > position
                    && (longest == Tokens.NONE || tokens.takeStart(value) > tokens.takeStart(longest))) {
                longest = value;
            }
        }
        return longest;
    }
}
