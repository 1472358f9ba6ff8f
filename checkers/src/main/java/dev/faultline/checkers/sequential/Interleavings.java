package dev.faultline.checkers.sequential;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Depth-first search through the interleavings of the processes. A configuration is how far each process is, and the states of the
 * parts of the object; none is looked at twice. What only reads is placed as soon as it fits, since waiting gains nothing.
 */
final class Interleavings<S> {
    private static final After NOTHING = new After(0, 0);
    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

    private final NondeterministicModel<S> model;
    private final Budget budget;
    private final List<List<Operation>> processes = new ArrayList<>();
    private final List<After> after = new ArrayList<>();
    private final Map<Integer, Integer> partOf = new HashMap<>();
    private final int completed;
    private final Set<Configuration<S>> met = new HashSet<>();
    private Step<S> furthest;

    /** When a process may begin: when another is at a position. */
    private record After(int process, int position) {}

    /** Positions are not changed once they are in a configuration. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its elements below
    private record Configuration<S>(int[] positions, List<S> states) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Configuration<?> that
                    && Arrays.equals(positions, that.positions)
                    && states.equals(that.states);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(positions) + states.hashCode();
        }
    }

    /** A configuration and how it was reached; the depth counts completed operations. */
    private record Step<S>(Configuration<S> configuration, Operation placed, Step<S> before, int depth) {}

    Interleavings(NondeterministicModel<S> model, History history, Budget budget) {
        this.model = model;
        this.budget = budget;
        List<History> parts = model.partition(history);
        for (int part = 0; part < parts.size(); part++) {
            for (Operation operation : parts.get(part).operations()) {
                partOf.put(operation.invocation().index(), part);
            }
        }
        Map<Integer, Integer> chains = new HashMap<>();
        for (Operation operation : history.operations()) {
            if (model.isRelevant(operation)) {
                add(operation, chains);
            }
        }
        completed = (int) processes.stream()
                .flatMap(List::stream)
                .filter(operation -> !operation.isPending())
                .count();
        furthest = new Step<>(
                new Configuration<>(new int[processes.size()], Collections.nCopies(parts.size(), model.initial())),
                null,
                null,
                0);
    }

    /** A pending operation is a process of its own, since it may take effect after later ones of its process. */
    private void add(Operation operation, Map<Integer, Integer> chains) {
        Integer chain = chains.get(operation.process());
        if (operation.isPending()) {
            after.add(
                    chain == null
                            ? NOTHING
                            : new After(chain, processes.get(chain).size()));
            processes.add(List.of(operation));
            return;
        }
        if (chain == null) {
            chain = processes.size();
            chains.put(operation.process(), chain);
            processes.add(new ArrayList<>());
            after.add(NOTHING);
        }
        processes.get(chain).add(operation);
    }

    Verdict run() {
        long deadline = System.nanoTime() + Math.min(budget.time().toMillis(), Long.MAX_VALUE / 4_000_000) * 1_000_000;
        Deque<Step<S>> open = new ArrayDeque<>();
        met.add(furthest.configuration());
        open.push(furthest);
        while (!open.isEmpty()) {
            Step<S> step = open.pop();
            if (step.depth() > furthest.depth()) {
                furthest = step;
            }
            if (step.depth() == completed) {
                furthest = step;
                return Verdict.VALID;
            }
            boolean look = met.size() % BETWEEN_LOOKS_AT_THE_CLOCK == 0;
            if (met.size() > budget.configurations() || (look && System.nanoTime() > deadline)) {
                return Verdict.UNKNOWN;
            }
            if (look) {
                budget.meter().at(furthest.depth(), completed);
            }
            expand(step, open);
        }
        return Verdict.INVALID;
    }

    /** How many configurations were met. */
    long met() {
        return met.size();
    }

    int operations() {
        return completed;
    }

    /** How many completed operations the longest order has. */
    int furthest() {
        return furthest.depth();
    }

    /** The state, after the longest order, of the part of an operation. */
    S stateFor(Operation operation) {
        return state(furthest.configuration(), operation);
    }

    /** The longest order. */
    List<Operation> order() {
        List<Operation> order = new ArrayList<>();
        for (Step<S> step = furthest; step.placed() != null; step = step.before()) {
            order.add(step.placed());
        }
        Collections.reverse(order);
        return order;
    }

    /** The next operation of each process after the longest order. */
    List<Operation> blocked() {
        List<Operation> blocked = new ArrayList<>();
        int[] positions = furthest.configuration().positions();
        for (int process = 0; process < positions.length; process++) {
            if (positions[process] < processes.get(process).size()) {
                Operation next = processes.get(process).get(positions[process]);
                if (!next.isPending()) {
                    blocked.add(next);
                }
            }
        }
        return blocked;
    }

    private void expand(Step<S> step, Deque<Step<S>> open) {
        for (int process = processes.size() - 1; process >= 0; process--) {
            Operation next = next(step.configuration(), process);
            if (next != null && model.isReadOnly(next)) {
                List<S> states = model.steps(state(step.configuration(), next), next);
                if (!states.isEmpty()) {
                    push(step, process, next, states.get(0), open);
                    return;
                }
            }
        }
        for (int process = processes.size() - 1; process >= 0; process--) {
            Operation next = next(step.configuration(), process);
            if (next != null && !model.isReadOnly(next)) {
                for (S state : model.steps(state(step.configuration(), next), next)) {
                    push(step, process, next, state, open);
                }
            }
        }
    }

    private S state(Configuration<S> configuration, Operation operation) {
        return configuration.states().get(partOf.get(operation.invocation().index()));
    }

    private Operation next(Configuration<S> configuration, int process) {
        int position = configuration.positions()[process];
        List<Operation> operations = processes.get(process);
        After begin = after.get(process);
        boolean done = position == operations.size() || configuration.positions()[begin.process()] < begin.position();
        return done ? null : operations.get(position);
    }

    private void push(Step<S> step, int process, Operation placed, S state, Deque<Step<S>> open) {
        int[] positions = step.configuration().positions().clone();
        positions[process]++;
        List<S> states = new ArrayList<>(step.configuration().states());
        states.set(partOf.get(placed.invocation().index()), state);
        Configuration<S> next = new Configuration<>(positions, states);
        if (met.add(next)) {
            open.push(new Step<>(next, placed, step, step.depth() + (placed.isPending() ? 0 : 1)));
        }
    }
}
