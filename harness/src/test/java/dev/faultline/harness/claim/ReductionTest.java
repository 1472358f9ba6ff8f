package dev.faultline.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.workload.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "faults=;sessions=",
                "faults=0;sessions=",
                "faults=0,3-5;sessions=2,7",
                "faults=1-2;sessions=4-9,11;nodes=node:3",
                "faults=;sessions=0;nodes=data-node:1,name_server:2"
            })
    void readsWhatItWrote(String text) {
        assertThat(Reduction.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "faults",
                "faults=0",
                "faults=a;sessions=",
                "faults=3-;sessions=",
                "faults=1,,2;sessions=",
                "faults=99999999;sessions=",
                "faults=;sessions=;nodes=",
                "faults=;sessions=;nodes=node",
                "faults=;sessions=;nodes=node:x",
                "faults=;sessions=;nodes=node:0"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Reduction.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void keepsTheFaultsSessionsAndNodesThatItNames() {
        RunPlan whole =
                Fakes.scenario().holds(Fakes.violatedWhen(facts -> false)).plan(1);
        RunPlan part = Reduction.parse("faults=2-3;sessions=0,9;nodes=node:2").of(whole);
        assertThat(part.faults()).extracting(PlannedFault::index).containsExactly(2, 3);
        assertThat(part.sessions()).extracting(Session::index).containsExactly(0, 9);
        assertThat(part.cluster().nodes()).hasSize(2);
        assertThat(part.seed()).isEqualTo(1);
    }

    @Test
    void ignoresWhatTheScheduleDoesNotHave() {
        RunPlan whole =
                Fakes.scenario().holds(Fakes.violatedWhen(facts -> false)).plan(1);
        assertThat(Reduction.parse("faults=500;sessions=500").of(whole).events())
                .isZero();
    }
}
