package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.model.NondeterministicModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of a partition, arranged for the search. */
final class Problem<S> {
    private final Timetable timetable;
    private final Transitions<S> transitions;
    private final List<Call> calls;
    private final List<PendingClass> classes = new ArrayList<>();
    private final int[] signatures;
    private final boolean[] readOnly;

    Problem(NondeterministicModel<S> model, List<Call> all) {
        List<Call> returned = all.stream().filter(call -> !call.isOptional()).toList();
        calls = new ArrayList<>(returned);
        all.stream().filter(Call::isOptional).forEach(calls::add);
        timetable = new Timetable(returned);
        transitions = new Transitions<>(model);
        signatures = new int[calls.size()];
        readOnly = new boolean[calls.size()];
        for (int i = 0; i < readOnly.length; i++) {
            signatures[i] = transitions.signature(calls.get(i).operation());
            readOnly[i] = model.isReadOnly(calls.get(i).operation());
        }
        classify(returned.size());
    }

    private void classify(int returned) {
        Map<Integer, List<Integer>> bySignature = new LinkedHashMap<>();
        for (int call = returned; call < signatures.length; call++) {
            bySignature
                    .computeIfAbsent(signatures[call], key -> new ArrayList<>())
                    .add(call);
        }
        bySignature.forEach(
                (signature, members) -> classes.add(new PendingClass(signature, members, calls, timetable)));
    }

    Timetable timetable() {
        return timetable;
    }

    Transitions<S> transitions() {
        return transitions;
    }

    /** Those that returned, then those that did not. */
    List<Call> calls() {
        return calls;
    }

    /** The calls that never returned. */
    List<PendingClass> classes() {
        return classes;
    }

    int signature(int call) {
        return signatures[call];
    }

    /** Whether a call leaves every state as it is. */
    boolean isReadOnly(int call) {
        return readOnly[call];
    }
}
