package dev.faultline.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.fake.Facts;
import dev.faultline.harness.fake.FakeRuntime;
import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.workload.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final FakeRuntime runtime = new FakeRuntime();

    private Shrinker.Shrunk shrink(Predicate<Facts> violates, Duration atMost) {
        return shrink(violates, plan -> Optional.empty(), atMost);
    }

    private Shrinker.Shrunk shrink(Predicate<Facts> violates, Control control, Duration atMost) {
        Scenario scenario = Fakes.scenario().holds(Fakes.violatedWhen(violates));
        RunPlan plan = scenario.plan(1);
        List<Property> properties = scenario.properties();
        Finding target =
                Trial.of(runtime, plan, properties, Trace.NONE).violation().orElseThrow();
        return Shrinker.shrink(runtime, plan, properties, target, control, atMost);
    }

    @Test
    void keepsExactlyTheFaultsAndSessionsThatMatter() {
        Shrinker.Shrunk shrunk = shrink(
                facts -> facts.faults().containsAll(List.of(3, 7))
                        && facts.sessions().contains(5),
                LONG);
        assertThat(shrunk.plan().faults()).extracting(PlannedFault::index).containsExactly(3, 7);
        assertThat(shrunk.plan().sessions()).extracting(Session::index).containsExactly(5);
        assertThat(shrunk.reduction()).hasToString("faults=3,7;sessions=5;nodes=node:1");
    }

    @Test
    void keepsWhatTheControlIsFineWithout() {
        Shrinker.Shrunk shrunk = shrink(
                facts -> facts.faults().contains(3) || facts.sessions().isEmpty(),
                plan -> Optional.of(plan.withFaults(List.of())),
                LONG);
        assertThat(shrunk.plan().faults()).extracting(PlannedFault::index).containsExactly(3);
        assertThat(shrunk.plan().sessions()).hasSize(1);
    }

    @Test
    void keepsTheNodesThatMatter() {
        Shrinker.Shrunk shrunk = shrink(facts -> facts.nodes() >= 3, LONG);
        assertThat(shrunk.plan().cluster().nodes()).hasSize(3);
        assertThat(shrunk.reduction()).hasToString("faults=;sessions=;nodes=node:3");
    }

    @Test
    void keepsEverythingWhenEverythingMatters() {
        Shrinker.Shrunk shrunk = shrink(
                facts -> facts.faults().size() == 10 && facts.sessions().size() == 10 && facts.nodes() == 5, LONG);
        assertThat(shrunk.plan().events()).isEqualTo(20);
        assertThat(shrunk.reduction()).hasToString("faults=0-9;sessions=0-9");
    }

    @Test
    void findsSmallSchedulesOfEveryShape() {
        for (int first = 0; first < 10; first++) {
            for (int second = first; second < 10; second++) {
                List<Integer> faults = List.of(first, second);
                int session = (first + second) % 10;
                Shrinker.Shrunk shrunk = shrink(
                        facts -> facts.faults().containsAll(faults)
                                && facts.sessions().contains(session),
                        LONG);
                assertThat(shrunk.plan().events()).isEqualTo(first == second ? 2 : 3);
            }
        }
    }

    @Test
    void givesBackWhatItHasWhenThereIsNoTime() {
        Shrinker.Shrunk shrunk = shrink(facts -> facts.faults().contains(3), Duration.ZERO);
        assertThat(shrunk.plan().events()).isEqualTo(20);
        assertThat(shrunk.runs()).isZero();
    }

    @Test
    void givesAScheduleThatItsReductionMakesAgain() {
        Scenario scenario = Fakes.scenario()
                .holds(Fakes.violatedWhen(facts -> facts.faults().contains(3)));
        Shrinker.Shrunk shrunk = shrink(facts -> facts.faults().contains(3), LONG);
        RunPlan again = Reduction.parse(shrunk.reduction().toString()).of(scenario.plan(1));
        assertThat(again.faults()).extracting(PlannedFault::index).containsExactly(3);
        assertThat(again.sessions()).isEmpty();
        assertThat(again.cluster().nodes()).hasSize(1);
    }
}
