package dev.faultline.checkers.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a value overtook another: it went in after the other, and came out before anybody began to take the other.
 *
 * <p>A value that nobody is known to have taken may have been taken by a dequeue that never returned, if that began early
 * enough.
 */
final class QueueOrder {
    private static final int NONE = -1;

    private final Tokens tokens;
    private final int[] putStartAt;
    private final int[] putEndAt;

    QueueOrder(Tokens tokens) {
        this.tokens = tokens;
        putStartAt = new int[tokens.spans().events()];
        putEndAt = new int[tokens.spans().events()];
        Arrays.fill(putStartAt, NONE);
        Arrays.fill(putEndAt, NONE);
        for (int value = 0; value < tokens.size(); value++) {
            if (tokens.putBy(value) != Tokens.NONE) {
                putStartAt[tokens.putStart(value)] = value;
                if (tokens.putEnd(value) != Spans.NEVER) {
                    putEndAt[tokens.putEnd(value)] = value;
                }
            }
        }
    }

    Optional<Pattern> contradiction() {
        return overtaken().or(this::leftBehind);
    }

    /** Among the values that went in earlier, the one that was taken last is the one to compare with. O(n). */
    private Optional<Pattern> overtaken() {
        int latest = NONE;
        for (int position = 0; position < putEndAt.length; position++) {
            int ended = putEndAt[position];
            if (ended != NONE
                    && tokens.takeStart(ended) != Spans.NEVER
                    && (latest == NONE || tokens.takeStart(ended) > tokens.takeStart(latest))) {
                latest = ended;
            }
            int started = putStartAt[position];
            if (started != NONE && latest != NONE && tokens.takeEnd(started) < tokens.takeStart(latest)) {
                return Optional.of(overtaken(latest, started));
            }
        }
        return Optional.empty();
    }

    private Pattern overtaken(int first, int second) {
        return Pattern.of(
                "value overtaken",
                tokens.value(first) + " was in the queue (event "
                        + completion(tokens.putBy(first)) + ") before anybody began to put " + tokens.value(second)
                        + " in (event " + tokens.eventOf(tokens.putBy(second)) + "), yet " + tokens.value(second)
                        + " was out (event " + completion(tokens.takenBy(second)) + ") before anybody began to take "
                        + tokens.value(first) + " (event " + tokens.eventOf(tokens.takenBy(first)) + ").",
                tokens.putBy(first),
                tokens.putBy(second),
                tokens.takenBy(first),
                tokens.takenBy(second));
    }

    /** Values that never came out need a dequeue that never returned, each one that began before a deadline. O(n log n). */
    private Optional<Pattern> leftBehind() {
        int[] overtaker = overtakers();
        List<Integer> left = left(overtaker);
        int begun = 0;
        for (int i = 0; i < left.size(); i++) {
            int deadline = tokens.takeEnd(overtaker[left.get(i)]);
            while (begun < tokens.pendingTakes().size()
                    && tokens.spans().start(tokens.pendingTakes().get(begun)) < deadline) {
                begun++;
            }
            if (begun <= i) {
                return Optional.of(leftBehind(left.subList(0, i + 1), overtaker, begun));
            }
        }
        return Optional.empty();
    }

    private List<Integer> left(int[] overtaker) {
        List<Integer> left = new ArrayList<>();
        for (int value = 0; value < tokens.size(); value++) {
            if (overtaker[value] != NONE) {
                left.add(value);
            }
        }
        left.sort(Comparator.comparingInt(value -> tokens.takeEnd(overtaker[value])));
        return left;
    }

    /** The values that were taken by operations that never returned, each by the next, when there is no contradiction. */
    List<Integer> left() {
        return left(overtakers());
    }

    /** For each value that nobody is known to have taken, the value that went in later and came out first, or -1. O(n). */
    private int[] overtakers() {
        int[] overtaker = new int[tokens.size()];
        Arrays.fill(overtaker, NONE);
        int first = NONE;
        for (int position = putEndAt.length - 1; position >= 0; position--) {
            int started = putStartAt[position];
            if (started != NONE
                    && tokens.takeEnd(started) != Spans.NEVER
                    && (first == NONE || tokens.takeEnd(started) < tokens.takeEnd(first))) {
                first = started;
            }
            int ended = putEndAt[position];
            if (ended != NONE && tokens.takenBy(ended) == Tokens.NONE) {
                overtaker[ended] = first;
            }
        }
        return overtaker;
    }

    private Pattern leftBehind(List<Integer> left, int[] overtaker, int begun) {
        int value = left.get(left.size() - 1);
        List<Integer> operations = new ArrayList<>();
        for (int each : left) {
            operations.add(tokens.putBy(each));
            operations.add(tokens.putBy(overtaker[each]));
            operations.add(tokens.takenBy(overtaker[each]));
        }
        operations.addAll(tokens.pendingTakes().subList(0, begun));
        String rescue = begun == 0 ? "" : " The dequeues that never returned are too few to have taken it.";
        return Pattern.of(
                "value left behind",
                tokens.value(value) + " was in the queue (event " + completion(tokens.putBy(value)) + ") before "
                        + tokens.value(overtaker[value]) + ", which came out (event "
                        + completion(tokens.takenBy(overtaker[value])) + "), yet nobody took " + tokens.value(value)
                        + "." + rescue,
                operations.toArray(new Integer[0]));
    }

    private int completion(int operation) {
        return tokens.spans().operation(operation).completion().index();
    }
}
