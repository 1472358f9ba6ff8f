package dev.faultline.harness.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.harness.scenario.Seeds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultWindowTest {
    private static final Duration HORIZON = Duration.ofSeconds(20);
    private static final Duration FROM = Duration.ofSeconds(5);
    private static final Duration UNTIL = Duration.ofSeconds(12);

    private static List<PlannedFault> plan(Fault fault, long seed) {
        FaultSchedule schedule = FaultSchedule.empty(5, HORIZON, Seeds.random(seed, "test"));
        fault.plan(schedule);
        return schedule.faults();
    }

    @Test
    void faultsStayInTheirWindow() {
        int planned = 0;
        for (long seed = 1; seed <= 100; seed++) {
            List<PlannedFault> faults = plan(Faults.partitions().during(FROM, UNTIL), seed);
            planned += faults.size();
            assertThat(faults)
                    .allMatch(fault -> fault.at().compareTo(FROM) >= 0
                            && fault.until().compareTo(UNTIL) <= 0
                            && fault.at().compareTo(fault.until()) <= 0);
        }
        assertThat(planned).isGreaterThan(100);
    }

    @Test
    void nothingHappensInAWindowAfterTheFaultPhase() {
        assertThat(plan(Faults.delay().during(HORIZON, HORIZON.plusSeconds(1)), 1))
                .isEmpty();
    }

    @Test
    void refusesAnEmptyWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Faults.pauses().during(Duration.ofSeconds(12), Duration.ofSeconds(5)))
                .withMessageContaining("'pause' runs from 12000 ms to 5000 ms")
                .withMessageContaining("Give during(…)");
    }
}
