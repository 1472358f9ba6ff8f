package dev.faultline.checkers.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.model.Models;
import dev.faultline.checkers.model.NondeterministicModel;
import dev.faultline.checkers.monitor.Monitors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Monitors against the search, on histories too large for trying every order. */
class MonitorOracleTest {
    private static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 2_000);

    @ParameterizedTest
    @EnumSource
    void monitorAndSearchAgree(Machines machine) {
        NondeterministicModel<?> model = Models.byName(machine.model());
        Map<Verdict, Integer> verdicts = new HashMap<>();
        int monitored = 0;
        int givenUp = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = Unambiguous.of(machine, seed, 8 + (int) (seed % 25));
            Verdict searched = Linearizability.bySearch(model).decide(history, Budget.standard());
            CheckResult told = Linearizability.of(model).check(history, Budget.standard());
            assertThat(told.verdict())
                    .as("%s, seed %s: %s, but the search says %s", machine, seed, told, searched)
                    .isIn(searched == Verdict.UNKNOWN ? Verdict.values() : new Verdict[] {searched});
            givenUp += searched == Verdict.UNKNOWN ? 1 : 0;
            assertThat(Linearizability.of(model).decide(history, Budget.standard()))
                    .isEqualTo(told.verdict());
            verdicts.merge(told.verdict(), 1, Integer::sum);
            if (Monitors.of(model).orElseThrow().decide(history).isPresent()) {
                monitored++;
                proves(told, model, history, machine + ", seed " + seed);
            }
        }
        assertThat(verdicts.get(Verdict.VALID)).isBetween(HISTORIES / 20, HISTORIES * 19 / 20);
        assertThat(givenUp).isLessThan(1 + HISTORIES / 1_000);
        assertThat(monitored).isGreaterThan(HISTORIES / 2);
    }

    /** The evidence of a violation violates by itself; the witness runs on the model and keeps real time. */
    private static <S> void proves(CheckResult told, NondeterministicModel<S> model, History history, String which) {
        if (told.isInvalid()) {
            assertThat(told.evidence()).as(which).isNotEmpty();
            assertThat(Linearizability.bySearch(model).decide(History.of(told.evidence()), Budget.standard()))
                    .as("evidence of %s: %s", which, told)
                    .isEqualTo(Verdict.INVALID);
        } else {
            assertThat(told.details()).as(which).containsKey("linearization");
            Replay.replay(model, history, (List<?>) told.details().get("linearization"), which);
        }
    }

    /** Runs a witness. */
    static final class Replay {
        private Replay() {}

        static <S> void replay(NondeterministicModel<S> model, History history, List<?> witness, String which) {
            Map<Object, Operation> byIndex = new HashMap<>();
            history.operations().forEach(op -> byIndex.put(op.invocation().index(), op));
            List<Operation> order = new ArrayList<>();
            witness.forEach(index -> order.add(byIndex.remove(index)));
            assertThat(order).as(which).doesNotContainNull();
            assertThat(byIndex.values())
                    .as("left out of the witness of %s", which)
                    .noneMatch(op -> op.isOk());
            keepsRealTime(order, which);
            for (History partition : model.partition(history)) {
                S state = model.initial();
                List<Operation> members = partition.operations();
                for (Operation operation : order) {
                    if (members.contains(operation)) {
                        List<S> next = model.steps(state, operation);
                        assertThat(next).as("%s in %s", operation, which).hasSize(1);
                        state = next.get(0);
                    }
                }
            }
        }

        private static void keepsRealTime(List<Operation> order, String which) {
            int latest = -1;
            for (Operation operation : order) {
                int end = operation.isPending()
                        ? Integer.MAX_VALUE
                        : operation.completion().index();
                assertThat(end).as(which).isGreaterThan(latest);
                latest = Math.max(latest, operation.invocation().index());
            }
        }
    }
}
