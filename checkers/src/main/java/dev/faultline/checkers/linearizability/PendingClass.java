package dev.faultline.checkers.linearizability;

import java.util.Comparator;
import java.util.List;

/** Calls that never returned and that no model can tell apart, so that only their number counts. */
final class PendingClass {
    private final int signature;
    private final int[] calls;
    private final int[] since;

    /** @param members their numbers among all calls */
    PendingClass(int signature, List<Integer> members, List<Call> all, Timetable timetable) {
        this.signature = signature;
        calls = members.stream()
                .sorted(Comparator.comparingInt(call -> all.get(call).start()))
                .mapToInt(Integer::intValue)
                .toArray();
        since = new int[calls.length];
        for (int i = 0; i < calls.length; i++) {
            since[i] = timetable.momentAfter(all.get(calls[i]).start());
        }
    }

    int signature() {
        return signature;
    }

    /** Whether any of them was invoked before a moment. */
    boolean isAvailable(int moment) {
        return since[0] <= moment;
    }

    /** How many were invoked before a moment. O(log n). */
    int supply(int moment) {
        int low = 0;
        int high = since.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (since[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number of the i-th in the order of their invocations; of the last when there are fewer. */
    int call(int i) {
        return calls[Math.min(i, calls.length - 1)];
    }
}
