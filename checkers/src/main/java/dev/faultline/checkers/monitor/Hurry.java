package dev.faultline.checkers.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Values that had to be out before some operation returned, though nobody is known to have taken them. Each needs an operation
 * of its own that never returned and that began early enough. O(n log n).
 */
final class Hurry {
    private final Tokens tokens;
    private final int[] hurriers;
    private final List<Integer> values = new ArrayList<>();

    /** @param hurriers for each value the operation before whose return it had to be out, or -1 */
    Hurry(Tokens tokens, int[] hurriers) {
        this.tokens = tokens;
        this.hurriers = hurriers;
        for (int value = 0; value < tokens.size(); value++) {
            if (tokens.takenBy(value) == Tokens.NONE && hurriers[value] != Earliest.NONE) {
                values.add(value);
            }
        }
        values.sort(Comparator.comparingInt(this::deadline));
    }

    private int deadline(int value) {
        return tokens.spans().end(hurriers[value]);
    }

    /** The values, the first deadline first. */
    List<Integer> values() {
        return values;
    }

    /** Too few operations that never returned, if so. */
    Optional<Pattern> contradiction() {
        int begun = 0;
        for (int i = 0; i < values.size(); i++) {
            while (begun < tokens.pendingTakes().size()
                    && tokens.spans().start(tokens.pendingTakes().get(begun)) < deadline(values.get(i))) {
                begun++;
            }
            if (begun <= i) {
                return Optional.of(tooFew(values.subList(0, i + 1), begun));
            }
        }
        return Optional.empty();
    }

    private Pattern tooFew(List<Integer> some, int begun) {
        List<Integer> operations = new ArrayList<>(tokens.pendingTakes().subList(0, begun));
        for (int value : some) {
            operations.add(tokens.putBy(value));
            operations.add(hurriers[value]);
            Object taken = tokens.spans().operation(hurriers[value]).output();
            if (taken != null) {
                operations.add(tokens.putBy(tokens.numberOf(taken)));
            }
        }
        int last = some.get(some.size() - 1);
        return Pattern.of(
                "value in the way",
                tokens.value(last) + " was inside (event "
                        + tokens.spans()
                                .operation(tokens.putBy(last))
                                .completion()
                                .index()
                        + ") and in the way of the operation of process "
                        + tokens.spans().operation(hurriers[last]).process() + " that began at event "
                        + tokens.eventOf(hurriers[last]) + ", yet nobody took it. " + rescue(some.size(), begun),
                operations.toArray(new Integer[0]));
    }

    private static String rescue(int values, int begun) {
        return begun == 0
                ? "No operation that never returned had begun."
                : "Of the operations that never returned only " + begun + " had begun, but " + values
                        + " values had to be gone.";
    }
}
