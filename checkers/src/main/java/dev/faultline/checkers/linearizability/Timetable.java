package dev.faultline.checkers.linearizability;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * When the returned calls of a partition are open. Completions are numbered in their order, from 0; at <em>moment</em> k,
 * just before completion k, everything that was invoked earlier may take effect, and everything that completed earlier has.
 *
 * <p>An open call has a slot, which is free again after its completion, so that a mask of {@link #width} bits says which of
 * the open calls have taken effect. Takes O(n c) ints for n calls of which c are open at a time.
 */
final class Timetable {
    private final int[] completions;
    private final int[] positions;
    private final int[] firstOpen;
    private final int[] slots;
    private int[] open = new int[64];
    private int width;

    Timetable(List<Call> calls) {
        int size = calls.size();
        completions = byPosition(calls, Call::end);
        positions =
                Arrays.stream(completions).map(call -> calls.get(call).end()).toArray();
        firstOpen = new int[size + 1];
        slots = new int[size];
        fill(calls, byPosition(calls, Call::start));
    }

    private static int[] byPosition(List<Call> calls, ToIntFunction<Call> position) {
        return IntStream.range(0, calls.size())
                .boxed()
                .sorted(Comparator.comparingInt(call -> position.applyAsInt(calls.get(call))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void fill(List<Call> calls, int[] invocations) {
        int[] now = new int[16];
        int count = 0;
        int next = 0;
        Deque<Integer> free = new ArrayDeque<>();
        for (int moment = 0; moment < completions.length; moment++) {
            while (next < invocations.length && calls.get(invocations[next]).start() < positions[moment]) {
                int call = invocations[next++];
                slots[call] = free.isEmpty() ? width++ : free.pop();
                now = count == now.length ? Arrays.copyOf(now, 2 * count) : now;
                insert(now, count++, call, calls);
            }
            keep(moment, now, count);
            free.push(slots[now[0]]);
            System.arraycopy(now, 1, now, 0, --count);
        }
    }

    /** Keeps the open calls in the order of their completions. */
    private static void insert(int[] now, int count, int call, List<Call> calls) {
        int place = count;
        while (place > 0 && calls.get(now[place - 1]).end() > calls.get(call).end()) {
            now[place] = now[--place];
        }
        now[place] = call;
    }

    private void keep(int moment, int[] now, int count) {
        int from = firstOpen[moment];
        if (from + count > open.length) {
            open = Arrays.copyOf(open, Math.max(from + count, 2 * open.length));
        }
        System.arraycopy(now, 0, open, from, count);
        firstOpen[moment + 1] = from + count;
    }

    /** How many moments there are; at the last all calls have returned. */
    int end() {
        return completions.length;
    }

    /** How many calls are open at once, at most. */
    int width() {
        return width;
    }

    /** The call that returns just after a moment. */
    int returning(int moment) {
        return completions[moment];
    }

    /** How many calls are open at a moment. */
    int openAt(int moment) {
        return firstOpen[moment + 1] - firstOpen[moment];
    }

    /** An open call, in the order of their completions. */
    int open(int moment, int i) {
        return open[firstOpen[moment] + i];
    }

    int slot(int call) {
        return slots[call];
    }

    /** The first moment after an invocation at this position of the history; {@link #end} when there is none. */
    int momentAfter(int position) {
        int found = Arrays.binarySearch(positions, position);
        return found >= 0 ? found : -found - 1;
    }
}
