package dev.faultline.checkers.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.history.Script;
import org.junit.jupiter.api.Test;

class WorkloadsTest {

    @Test
    void everyWorkloadIsFoundByItsName() {
        assertThat(Workloads.names()).doesNotHaveDuplicates().contains("bank", "set-full-linearizable");
        for (String name : Workloads.names()) {
            assertThat(Workloads.byName(name).name()).isEqualTo(name);
        }
    }

    @Test
    void unknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Workloads.byName("banks"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no workload named \"banks\"")
                .hasMessageContaining(String.join(", ", Workloads.names()));
    }

    @Test
    void emptyHistoryIsNeverValid() {
        for (String name : Workloads.names()) {
            Checks.unknown(Workloads.byName(name), new Script(), "No");
        }
    }
}
