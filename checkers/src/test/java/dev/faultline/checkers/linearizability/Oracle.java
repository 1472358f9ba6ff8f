package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Decides linearizability by trying every order of the operations that respects real time, with every choice of the
 * pending ones. Knows nothing of partitions, caches or models.
 */
final class Oracle {
    private final Toy toy;
    private final List<Op> ops = new ArrayList<>();

    /** An operation with the positions of its events; {@code end} is beyond every position when it is pending. */
    record Op(int process, String f, Object input, EventType outcome, Object output, int start, int end) {
        boolean pending() {
            return outcome == EventType.INFO;
        }
    }

    Oracle(Toy toy, History history) {
        this.toy = toy;
        List<Event> events = history.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).type() == EventType.INVOKE) {
                Op op = op(events, i);
                if (op.outcome != EventType.FAIL || op.f.equals("cas")) {
                    ops.add(op);
                }
            }
        }
    }

    private static Op op(List<Event> events, int start) {
        Event invocation = events.get(start);
        for (int i = start + 1; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.process() == invocation.process()) {
                boolean pending = event.type() == EventType.INFO;
                int end = pending ? events.size() : i;
                return new Op(
                        invocation.process(),
                        invocation.f(),
                        invocation.value(),
                        event.type(),
                        event.value(),
                        start,
                        end);
            }
        }
        return new Op(
                invocation.process(), invocation.f(), invocation.value(), EventType.INFO, null, start, events.size());
    }

    boolean isLinearizable() {
        return canFinish(toy.initial(), ops, (earlier, later) -> earlier.end < later.start);
    }

    /** The same with the order of each process in place of real time. */
    boolean isSequential() {
        return canFinish(
                toy.initial(),
                ops,
                (earlier, later) ->
                        earlier.process == later.process && earlier.start < later.start && !earlier.pending());
    }

    private boolean canFinish(Object state, List<Op> rest, BiPredicate<Op, Op> before) {
        if (rest.stream().allMatch(Op::pending)) {
            return true;
        }
        for (Op op : rest) {
            if (rest.stream().anyMatch(other -> before.test(other, op))) {
                continue;
            }
            List<Op> others = new ArrayList<>(rest);
            others.remove(op);
            if (toy.outcomes(state, op).stream().anyMatch(next -> canFinish(next, others, before))) {
                return true;
            }
        }
        return false;
    }

    /** The positions of the invocations that must be in every order. */
    List<Integer> completed() {
        return ops.stream().filter(op -> !op.pending()).map(Op::start).toList();
    }

    /** Whether the operations invoked at these positions, in this order, are legal and respect real time. */
    boolean accepts(List<?> invocations) {
        List<Object> states = List.of(toy.initial());
        int latestStart = -1;
        for (Object position : invocations) {
            Op op = ops.stream()
                    .filter(o -> position.equals(o.start))
                    .findFirst()
                    .orElseThrow();
            states = states.stream()
                    .flatMap(state -> toy.outcomes(state, op).stream())
                    .toList();
            if (states.isEmpty() || op.end < latestStart) {
                return false;
            }
            latestStart = Math.max(latestStart, op.start);
        }
        return true;
    }
}
