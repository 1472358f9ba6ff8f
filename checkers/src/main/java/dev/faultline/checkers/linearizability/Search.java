package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.model.Model;
import java.util.List;
import java.util.Optional;

/**
 * The search for an order of the calls that the model accepts.
 *
 * <p>Wing and Gong, "Testing and verifying concurrent objects" (JPDC 1993), with the cache of configurations of Lowe,
 * "Testing for linearizability" (CCPE 2017). A call may be linearized when it was invoked before every completion that
 * is still in the list; when the list begins with the completion of a call without a place, the search goes back.
 * Exponential in the number of concurrent calls at worst. The stack is an array, so the length of the history is not
 * limited by the thread's.
 */
final class Search<S> {
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

    private final Model<S> model;
    private final List<Call> calls;
    private final CallList list;
    private final LinearizedSet linearized;
    private final ConfigurationCache cache = new ConfigurationCache();
    private final Frontier<S> frontier;
    private final int[] stack;
    private final Object[] statesBefore;
    private int depth;
    private int unplaced;
    private S state;
    private int node;

    Search(Model<S> model, List<Call> calls) {
        this.model = model;
        this.calls = calls;
        list = new CallList(calls);
        linearized = new LinearizedSet(calls);
        frontier = new Frontier<>(calls.size());
        stack = new int[calls.size()];
        statesBefore = new Object[calls.size()];
        unplaced = (int) calls.stream().filter(call -> !call.isOptional()).count();
        state = model.initial();
        node = list.first();
    }

    Verdict run(Deadline deadline, long configurations) {
        int steps = 0;
        while (unplaced > 0) {
            if (cache.size() >= configurations
                    || (steps++ % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && deadline.isPast())) {
                return Verdict.UNKNOWN;
            }
            if (!list.isCompletion(node)) {
                tryToLinearize(list.callAt(node));
            } else {
                frontier.blockedAt(node, stack, depth, state);
                if (!goBack()) {
                    return Verdict.INVALID;
                }
            }
        }
        return Verdict.VALID;
    }

    private void tryToLinearize(int call) {
        Optional<S> next = model.step(state, calls.get(call).operation());
        // An optional call that changes nothing is as good as never made.
        if (next.isEmpty() || (calls.get(call).isOptional() && next.get().equals(state))) {
            node = list.after(node);
            return;
        }
        linearized.add(call);
        if (cache.add(linearized, next.get())) {
            push(call, next.get());
            node = list.first();
        } else {
            linearized.remove(call);
            node = list.after(node);
        }
    }

    private void push(int call, S next) {
        stack[depth] = call;
        statesBefore[depth++] = state;
        state = next;
        list.lift(call);
        if (!calls.get(call).isOptional()) {
            unplaced--;
        }
    }

    /**
     * Takes back calls up to one that has alternatives. A call that only reads has none: whatever order follows without
     * it could also follow with it. (Not so a write of the value that was there: it may be needed later.)
     */
    private boolean goBack() {
        while (depth > 0) {
            int call = pop();
            if (!model.isReadOnly(calls.get(call).operation())) {
                node = list.after(list.startOf(call));
                frontier.wentBackTo(depth);
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private int pop() {
        int call = stack[--depth];
        state = (S) statesBefore[depth];
        list.unlift(call);
        linearized.remove(call);
        if (!calls.get(call).isOptional()) {
            unplaced++;
        }
        return call;
    }

    Frontier<S> frontier() {
        return frontier;
    }

    int depth() {
        return depth;
    }

    int configurations() {
        return cache.size();
    }

    /** The call at the frontier that has no place, or {@code null} when the search met none. */
    Call blocked() {
        return frontier.node() == 0 ? null : calls.get(list.callAt(frontier.node()));
    }
}
