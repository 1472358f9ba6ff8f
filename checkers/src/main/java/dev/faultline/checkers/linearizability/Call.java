package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation and where it lies in the history. The order of the events counts, not their times.
 *
 * @param start position of the invocation
 * @param end position of the completion, or {@link #NEVER} when it may take effect at any time later, or never
 */
record Call(Operation operation, int start, int end) {
    static final int NEVER = Integer.MAX_VALUE;

    boolean isOptional() {
        return end == NEVER;
    }

    /** The same call, of which nobody knows whether it took effect. */
    Call asOptional() {
        return new Call(new Operation(operation.invocation(), null), start, NEVER);
    }

    /** The calls that say something about the object, in the order of their invocations. O(n). */
    static List<Call> of(NondeterministicModel<?> model, History history) {
        List<Operation> operations = history.operations();
        int[] starts = new int[operations.size()];
        int[] ends = new int[operations.size()];
        locate(history.events(), starts, ends);
        List<Call> calls = new ArrayList<>(starts.length);
        for (int i = 0; i < starts.length; i++) {
            Operation operation = operations.get(i);
            if (model.isRelevant(operation)) {
                calls.add(new Call(operation, starts[i], operation.isPending() ? NEVER : ends[i]));
            }
        }
        return calls;
    }

    private static void locate(List<Event> events, int[] starts, int[] ends) {
        Arrays.fill(ends, NEVER);
        Map<Integer, Integer> open = new HashMap<>();
        int invoked = 0;
        for (int position = 0; position < events.size(); position++) {
            Event event = events.get(position);
            if (event.isNemesis()) {
                continue;
            }
            if (event.type() == EventType.INVOKE) {
                open.put(event.process(), invoked);
                starts[invoked++] = position;
            } else {
                ends[open.remove(event.process())] = position;
            }
        }
    }
}
