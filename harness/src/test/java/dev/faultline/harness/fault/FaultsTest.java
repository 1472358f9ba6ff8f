package dev.faultline.harness.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.workload.Registers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final Set<String> OUTAGES = Set.of("restart", "disk", "pause", "crash");

    private static Scenario underAll(int nodes) {
        return Fakes.cluster()
                .resized("node", nodes)
                .workload(Registers.readWriteCas())
                .under(Faults.all())
                .holds(Fakes.violatedWhen(facts -> false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delay",
                "loss",
                "duplication",
                "partition",
                "one-way-partition",
                "restart",
                "crash",
                "pause",
                "skew",
                "disk",
                "latency",
                "bandwidth",
                "reset",
                "slow-close",
                "half-open",
                "flapping",
                "disconnect",
                "cpu-limit",
                "memory-limit"
            })
    void knowsTheFaultsOfTheCatalogueByName(String name) {
        assertThat(Faults.named(name).name()).isEqualTo(name);
    }

    @Test
    void saysWhichNamesThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> Faults.named("earthquake"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no fault named 'earthquake'. A scenario can only run under faults that the kit can"
                                + " inject, so this one cannot run. Use one of delay, loss, duplication, partition,"
                                + " one-way-partition, restart, crash, pause, skew, disk, latency, bandwidth, reset,"
                                + " slow-close, half-open, flapping, disconnect, cpu-limit, memory-limit.");
    }

    @Test
    void allAreThoseOfAnyAsynchronousNetworkInTheOrderInWhichPlansDependOnThem() {
        assertThat(Faults.all())
                .extracting(Fault::name)
                .containsExactly(
                        "delay",
                        "loss",
                        "duplication",
                        "partition",
                        "one-way-partition",
                        "restart",
                        "crash",
                        "pause",
                        "skew",
                        "disk");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void keepsAMajorityUpUnderEveryFaultAtOnce(int nodes) {
        Scenario scenario = underAll(nodes);
        for (long seed = 1; seed <= 1000; seed++) {
            List<PlannedFault> outages = scenario.plan(seed).faults().stream()
                    .filter(fault -> OUTAGES.contains(fault.name()))
                    .toList();
            for (PlannedFault one : outages) {
                long out =
                        outages.stream().filter(other -> isOut(other, one.at())).count();
                assertThat(out).as("seed %d at %s", seed, one.at()).isLessThanOrEqualTo((nodes - 1) / 2);
            }
        }
    }

    /** Whoever crashes stays out. */
    private static boolean isOut(PlannedFault outage, Duration at) {
        return outage.at().compareTo(at) <= 0 && (outage.name().equals("crash") || at.compareTo(outage.until()) < 0);
    }

    @Test
    void hasOutagesOfEveryKindSoonerOrLater() {
        Scenario scenario = underAll(5);
        for (String kind : OUTAGES) {
            assertThat(planned(scenario, kind)).as(kind).isPositive();
        }
    }

    private static long planned(Scenario scenario, String kind) {
        long count = 0;
        for (long seed = 1; seed <= 20; seed++) {
            count += scenario.plan(seed).faults().stream()
                    .filter(fault -> fault.name().equals(kind))
                    .count();
        }
        return count;
    }

    @Test
    void numbersFaultsInTheOrderOfTheirTimesAndEndsThemWithTheFaultPhase() {
        for (long seed = 1; seed <= 100; seed++) {
            RunPlan plan = underAll(5).plan(seed);
            for (int i = 0; i < plan.faults().size(); i++) {
                PlannedFault fault = plan.faults().get(i);
                assertThat(fault.index()).isEqualTo(i);
                assertThat(fault.until()).isBetween(fault.at(), plan.horizon());
                assertThat(fault.at())
                        .isGreaterThanOrEqualTo(
                                i == 0
                                        ? Duration.ZERO
                                        : plan.faults().get(i - 1).at());
            }
        }
    }

    @Test
    void plansOneKindTheSameWhateverElseIsPlanned() {
        Scenario delays = Fakes.cluster()
                .workload(Registers.readWriteCas())
                .under(Faults.delay())
                .holds(Fakes.violatedWhen(facts -> false));
        List<Duration> alone =
                delays.plan(9).faults().stream().map(PlannedFault::at).toList();
        List<Duration> amongOthers = underAll(5).plan(9).faults().stream()
                .filter(fault -> fault.name().equals("delay"))
                .map(PlannedFault::at)
                .toList();
        assertThat(alone).isNotEmpty().isEqualTo(amongOthers);
    }
}
