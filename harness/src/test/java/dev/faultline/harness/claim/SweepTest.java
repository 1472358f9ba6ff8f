package dev.faultline.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.fake.Facts;
import dev.faultline.harness.fake.FakeRuntime;
import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.harness.scenario.Scenario;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static Sweep.Result sweep(Predicate<Facts> violates, int parallelism) {
        Scenario scenario = Fakes.scenario()
                .holds(Fakes.violatedWhen(violates))
                .measuring(new Measure(
                        "seed",
                        "",
                        "",
                        run -> OptionalDouble.of((double) run.end().toNanos())));
        return Sweep.over(1, 100, new FakeRuntime(), scenario, parallelism);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void findsTheSmallestViolatingSeed(int parallelism) {
        for (int round = 0; round < 50; round++) {
            Sweep.Result result = sweep(facts -> Set.of(17L, 18L, 20L, 60L).contains(facts.seed()), parallelism);
            assertThat(result.violation().orElseThrow().seed()).isEqualTo(17);
            assertThat(result.seeds()).isEqualTo(17);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void takesFiguresOfTheSeedsUpToTheViolatingOneInTheirOrder(int parallelism) {
        List<Double> upTo17 =
                LongStream.rangeClosed(1, 17).asDoubleStream().boxed().toList();
        assertThat(sweep(facts -> facts.seed() >= 17, parallelism).figures()).containsExactly(upTo17);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void triesEverySeedWhenNoneViolates(int parallelism) {
        Sweep.Result result = sweep(facts -> false, parallelism);
        assertThat(result.violation()).isEmpty();
        assertThat(result.unknown()).isEmpty();
        assertThat(result.seeds()).isEqualTo(100);
        assertThat(result.figures().get(0)).hasSize(100);
    }

    @Test
    void remembersTheSmallestUndecidedSeed() {
        Scenario scenario = Fakes.scenario().holds(Fakes.undecidedWhen(facts -> facts.seed() >= 5));
        Sweep.Result result = Sweep.over(1, 20, new FakeRuntime(), scenario, 4);
        assertThat(result.unknown().orElseThrow().seed()).isEqualTo(5);
        assertThat(result.violation()).isEmpty();
    }

    private static Sweep.Result excused(int seeds, int parallelism, Predicate<Facts> violates, Predicate<Facts> late) {
        Scenario scenario = Fakes.scenario().holds(Fakes.violatedWhen(violates, late));
        return Sweep.over(1, seeds, new FakeRuntime(), scenario, parallelism);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anotherSeedTakesThePlaceOfOneThatCannotCount(int parallelism) {
        Predicate<Facts> late = facts -> Set.of(1L, 2L, 12L).contains(facts.seed());
        for (int round = 0; round < 50; round++) {
            Sweep.Result result = excused(10, parallelism, late, late);
            assertThat(result.violation()).isEmpty();
            assertThat(result.unknown()).isEmpty();
            assertThat(result.seeds()).isEqualTo(10);
            assertThat(result.excused()).isEqualTo(3);
            assertThat(result.sample()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aViolationThatNothingExcusesCountsAllTheSame(int parallelism) {
        Sweep.Result result = excused(2, parallelism, facts -> true, facts -> facts.seed() <= 2);
        assertThat(result.violation().orElseThrow().seed()).isEqualTo(3);
        assertThat(result.seeds()).isEqualTo(1);
        assertThat(result.excused()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void isUndecidedWhenTooFewSeedsCount(int parallelism) {
        Sweep.Result result = excused(2, parallelism, facts -> facts.seed() != 4, facts -> true);
        assertThat(result.violation()).isEmpty();
        assertThat(result.unknown().orElseThrow().seed()).isEqualTo(1);
        assertThat(result.unknown().orElseThrow().finding().explanation()).contains("n1 was asleep", "It went wrong.");
        assertThat(result.seeds()).isEqualTo(1);
        assertThat(result.excused()).isEqualTo(4);
    }

    @Test
    void whatHeldOnALateMachineHolds() {
        Sweep.Result result = excused(5, 1, facts -> false, facts -> true);
        assertThat(result.unknown()).isEmpty();
        assertThat(result.seeds()).isEqualTo(5);
        assertThat(result.excused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void passesOnWhatAPropertyThrows(int parallelism) {
        assertThatThrownBy(() -> sweep(
                        facts -> {
                            throw new IllegalStateException("broken checker");
                        },
                        parallelism))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken checker");
    }
}
