package dev.faultline.harness.fake;

import static dev.faultline.harness.cluster.Role.role;

import dev.faultline.checkers.CheckResult;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.fault.Fault;
import dev.faultline.harness.fault.FaultSchedule;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import dev.faultline.harness.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Scenarios for {@link FakeRuntime}. */
public final class Fakes {
    private Fakes() {}

    /** Five nodes of the role {@code node}. */
    public static Cluster cluster() {
        return Cluster.of(role("node", 5, FakeNode::new));
    }

    /** Ten sessions and ten faults. */
    public static Scenario.Builder scenario() {
        return cluster().workload(new TenReads()).under(new TenFaults());
    }

    public static Property violatedWhen(Predicate<Facts> violates) {
        return violatedWhen(violates, facts -> false);
    }

    /** As {@link #violatedWhen(Predicate)}, of a machine that does not keep up when this says so. */
    public static Property violatedWhen(Predicate<Facts> violates, Predicate<Facts> late) {
        return new Judged(
                facts -> violates.test(facts) ? CheckResult.invalid("It went wrong.", List.of()) : CheckResult.valid(),
                late);
    }

    public static Property undecidedWhen(Predicate<Facts> undecided) {
        return new Judged(
                facts -> undecided.test(facts) ? CheckResult.unknown("It took too long.") : CheckResult.valid(),
                facts -> false);
    }

    /** A seeded bug that its witness convicts when the property is violated by this. */
    public static SeededBug bug(String name, Predicate<Facts> violates) {
        return SeededBug.named(name, "does something wrong")
                .running("node", WrongNode::new)
                .violating(violatedWhen(violates))
                .witness(cluster(), script -> {});
    }

    private record Judged(Function<Facts, CheckResult> verdict, Predicate<Facts> late) implements Property {
        @Override
        public String name() {
            return "sanity";
        }

        @Override
        public Optional<String> excuse(Run run) {
            return late.test(Facts.of(run)) ? Optional.of("n1 was asleep") : Optional.empty();
        }

        @Override
        public Monitor monitor(Cluster cluster) {
            return new Monitor() {
                @Override
                public CheckResult conclude(Run run) {
                    return verdict.apply(Facts.of(run));
                }
            };
        }
    }

    private record TenReads() implements Workload {
        @Override
        public String describe() {
            return "ten reads";
        }

        @Override
        public int clients() {
            return 2;
        }

        @Override
        public List<Session> plan(Duration horizon, RandomGenerator random) {
            return IntStream.range(0, 10)
                    .mapToObj(i -> new Session(
                            i, 1 + i % 2, Duration.ofMillis(i), List.of(Step.read("read", null)), Duration.ZERO))
                    .toList();
        }
    }

    private record TenFaults() implements Fault {
        @Override
        public String name() {
            return "delay";
        }

        @Override
        public Set<Capability> requires() {
            return Set.of(Capability.DELAY);
        }

        @Override
        public void plan(FaultSchedule schedule) {
            for (int i = 0; i < 10; i++) {
                schedule.add(
                        "delay",
                        Duration.ofMillis(i),
                        Duration.ofMillis(1),
                        (injector, random) -> new Strike("delay", List.of(), null, () -> {}));
            }
        }
    }
}
