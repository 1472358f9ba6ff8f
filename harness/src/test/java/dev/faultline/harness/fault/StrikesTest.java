package dev.faultline.harness.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.scenario.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the faults of links and machines strike, and what they do then. */
class StrikesTest {
    private static final Duration HORIZON = Duration.ofSeconds(20);
    private static final Duration SHORTEST_PULSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PULSE = Duration.ofMillis(300);

    private final RecordingInjector injector = new RecordingInjector();

    private static List<PlannedFault> plan(Fault fault, long seed) {
        FaultSchedule schedule = FaultSchedule.empty(5, HORIZON, Seeds.random(seed, "test"));
        fault.plan(schedule);
        return schedule.faults();
    }

    private static Strike strike(PlannedFault fault, FaultInjector injector) {
        return fault.action().strike(injector, Seeds.random(fault.index(), "strike"));
    }

    @ParameterizedTest
    @CsvSource({
        "latency, LATENCY",
        "bandwidth, BANDWIDTH",
        "reset, CONNECTION_RESET",
        "slow-close, SLOW_CLOSE",
        "half-open, HALF_OPEN",
        "flapping, PARTITION",
        "disconnect, NETWORK_DISCONNECT",
        "cpu-limit, CPU_LIMIT",
        "memory-limit, MEMORY_LIMIT"
    })
    void needOneCapability(String name, Capability capability) {
        assertThat(Faults.named(name).requires()).containsExactly(capability);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency", "bandwidth", "reset", "slow-close"})
    void disturbAllLinksAndCalmThemAgain(String name) {
        PlannedFault first = plan(Faults.named(name), 1).get(0);
        Strike strike = strike(first, injector);
        List<String> begun = injector.done();
        assertThat(strike.f()).isEqualTo(name);
        assertThat(strike.endF()).isEqualTo(name + "-over");
        assertThat(begun).hasSize(1).allMatch(what -> what.startsWith("disturb "));
        strike.end().run();
        assertThat(injector.done()).isEqualTo(replaced(begun, what -> what.replace("disturb ", "calm ")));
    }

    @Test
    void halfOpenConnectionsAreThoseOfOneNode() {
        Strike strike = strike(plan(Faults.halfOpenConnections(), 1).get(0), injector);
        String node = strike.value().get(0).toString();
        assertThat(strike.value()).hasSize(1);
        assertThat(injector.done()).containsExactly("disturb HalfOpen[node=" + node + "]");
        strike.end().run();
        assertThat(injector.done()).containsExactly("calm HalfOpen[node=" + node + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "disconnect, disconnect, disconnect NODE, disconnect-over, connect NODE",
        "cpu-limit, cpu-limit, limit NODE to 0.02, cpu-limit-over, free NODE",
        "memory-limit, restart, starve NODE, restarted, start NODE"
    })
    void takeSomethingAwayFromAMachineAndGiveItBack(String name, String f, String taken, String endF, String given) {
        Strike strike = strike(plan(Faults.named(name), 1).get(0), injector);
        String node = strike.value().get(0).toString();
        assertThat(strike.f()).isEqualTo(f);
        assertThat(strike.endF()).isEqualTo(endF);
        assertThat(injector.done()).containsExactly(taken.replace("NODE", node));
        strike.end().run();
        assertThat(injector.done()).containsExactly(given.replace("NODE", node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "flapping"})
    void comeAndGoInPulses(String name) {
        int pulses = 0;
        for (long seed = 1; seed <= 100; seed++) {
            for (PlannedFault fault : plan(Faults.named(name), seed)) {
                Duration lasting = fault.until().minus(fault.at());
                assertThat(fault.at()).isLessThan(HORIZON);
                assertThat(fault.until()).isLessThanOrEqualTo(HORIZON);
                assertThat(lasting).isLessThanOrEqualTo(LONGEST_PULSE);
                if (fault.until().compareTo(HORIZON) < 0) {
                    assertThat(lasting).isGreaterThanOrEqualTo(SHORTEST_PULSE);
                }
                pulses++;
            }
        }
        assertThat(pulses).isGreaterThan(1500);
    }

    @Test
    void aFlappingPartitionHasTheSameSidesThroughAPhase() {
        List<PlannedFault> pulses = plan(Faults.flapping(), 1);
        List<List<PlannedFault>> phases = new ArrayList<>();
        for (PlannedFault pulse : pulses) {
            if (phases.isEmpty() || startsPhase(phases.get(phases.size() - 1), pulse)) {
                phases.add(new ArrayList<>());
            }
            phases.get(phases.size() - 1).add(pulse);
        }
        Set<List<?>> sides = phases.stream()
                .map(phase -> phase.stream()
                        .map(pulse -> strike(pulse, injector).value())
                        .collect(Collectors.toSet()))
                .peek(inPhase -> assertThat(inPhase).hasSize(1))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(phases).hasSizeLessThan(pulses.size() / 2);
        assertThat(sides).as("different phases").hasSizeGreaterThan(2);
    }

    /** Actions of one phase are one object. */
    private static boolean startsPhase(List<PlannedFault> phase, PlannedFault pulse) {
        return phase.get(0).action() != pulse.action();
    }

    @Test
    void aFlappingPartitionIsOneInTheHistory() {
        Strike strike = strike(plan(Faults.flapping(), 1).get(0), injector);
        List<String> cut = injector.done();
        assertThat(strike.f()).isEqualTo("partition");
        assertThat(strike.endF()).isEqualTo("healed");
        assertThat(cut).isNotEmpty().allMatch(what -> what.startsWith("cut "));
        strike.end().run();
        assertThat(injector.done()).isEqualTo(replaced(cut, what -> what.replace("cut ", "mend ")));
    }

    private static List<String> replaced(List<String> lines, UnaryOperator<String> change) {
        return lines.stream().map(change).toList();
    }

    @Test
    void machinesOfAMajorityAreLeftAlone() {
        Fault[] faults = Stream.of("disconnect", "cpu-limit", "memory-limit", "pause")
                .map(Faults::named)
                .toArray(Fault[]::new);
        int together = 0;
        for (long seed = 1; seed <= 200; seed++) {
            FaultSchedule schedule = FaultSchedule.empty(5, HORIZON, Seeds.random(seed, "test"));
            for (Fault fault : faults) {
                fault.plan(schedule.with(Seeds.random(seed, fault.name())));
            }
            for (PlannedFault one : schedule.faults()) {
                long out = schedule.faults().stream()
                        .filter(other ->
                                other.at().compareTo(one.at()) <= 0 && one.at().compareTo(other.until()) < 0)
                        .count();
                assertThat(out).isLessThanOrEqualTo(2);
                together += out == 2 ? 1 : 0;
            }
        }
        assertThat(together).isPositive();
    }
}
