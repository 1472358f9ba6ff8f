package dev.faultline.checkers.monitor;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * An order of the operations of a queue that show no contradiction. A value goes before another when its enqueue or its dequeue
 * has to. These are two interval orders, whose union has a cycle only when two values are each before the other; that is a value
 * overtaken. So the values can be put in order one by one, and their operations take effect as early as that order allows.
 * Whoever found the queue empty counts as a value that goes in and out within an instant in which no value need be inside.
 * O(n log n).
 *
 * <p>A time is twice the position of an event, and one more after it.
 */
final class QueueWitness {
    private final Passages passages;
    private final Tokens tokens;
    private final int[] members;
    private final int values;
    private final int[] putStarts;
    private final int[] putEnds;
    private final int[] takeStarts;
    private final int[] takeEnds;

    private QueueWitness(Passages passages, Coverage coverage) {
        this.passages = passages;
        tokens = passages.tokens();
        int[] inside =
                IntStream.range(0, passages.size()).filter(passages::matters).toArray();
        values = inside.length;
        members = IntStream.concat(
                        Arrays.stream(inside), tokens.empties().stream().mapToInt(Integer::intValue))
                .toArray();
        putStarts = new int[members.length];
        putEnds = new int[members.length];
        takeStarts = new int[members.length];
        takeEnds = new int[members.length];
        for (int i = 0; i < values; i++) {
            locate(i, members[i]);
        }
        for (int i = values; i < members.length; i++) {
            int instant = 2 * coverage.emptyAfter(tokens.spans().start(members[i])) + 1;
            putStarts[i] = instant;
            putEnds[i] = instant;
            takeStarts[i] = instant;
            takeEnds[i] = instant;
        }
    }

    /** A value goes in before it comes out, which may leave less time than the operations do. */
    private void locate(int i, int value) {
        int out = passages.takeEnd(value);
        putStarts[i] = 2 * passages.putStart(value);
        putEnds[i] = twice(Math.min(passages.putEnd(value), out));
        takeStarts[i] = 2 * Math.max(passages.takeStart(value), passages.putStart(value));
        takeEnds[i] = twice(out);
    }

    private static int twice(int position) {
        return position == Spans.NEVER ? Spans.NEVER : 2 * position;
    }

    static int[] order(Passages passages, Coverage coverage) {
        QueueWitness witness = new QueueWitness(passages, coverage);
        return witness.placed(witness.inOrder());
    }

    private int[] inOrder() {
        Precedence puts = new Precedence(putStarts, putEnds);
        Precedence takes = new Precedence(takeStarts, takeEnds);
        boolean[] half = new boolean[members.length];
        Deque<Integer> free = new ArrayDeque<>();
        int[] order = new int[members.length];
        for (int i = 0; i < order.length; i++) {
            puts.tellFree(member -> free(member, half, free));
            takes.tellFree(member -> free(member, half, free));
            order[i] = free.pop();
            puts.takeAway(order[i]);
            takes.takeAway(order[i]);
        }
        return order;
    }

    private static void free(int member, boolean[] half, Deque<Integer> free) {
        if (half[member]) {
            free.push(member);
        }
        half[member] = true;
    }

    private int[] placed(int[] order) {
        Timeline timeline =
                new Timeline(tokens.spans().size(), 2 * tokens.spans().events() + 2);
        int in = 0;
        int out = 0;
        boolean nothingStays = true;
        for (int member : order) {
            in = Math.max(in, putStarts[member]);
            out = Math.max(out, takeStarts[member]);
            if (member >= values) {
                timeline.place(in, members[member]);
                continue;
            }
            timeline.place(in, tokens.putBy(members[member]));
            nothingStays &= passages.taker(members[member]) != Tokens.NONE;
            if (nothingStays) {
                timeline.place(out, passages.taker(members[member]));
            }
        }
        return timeline.order();
    }
}
