package dev.faultline.harness.engine;

import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.fault.Faults;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import java.util.stream.Stream;
import org.junit.platform.engine.CancellationToken;

/** Specs that come out in every way; not tests themselves. */
final class SampleSpecs {
    private SampleSpecs() {}

    @SystemUnderTest("sample/green")
    static final class GreenSpec {
        @Claim(value = "nothing goes wrong", tags = "safety")
        Scenario held() {
            return Fakes.scenario().holds(Fakes.violatedWhen(facts -> facts.wrong()));
        }

        @Claim(value = "seed 3 goes wrong", tags = "weakness")
        Scenario shown() {
            return Fakes.scenario()
                    .breaks(Fakes.violatedWhen(
                            facts -> facts.seed() == 3 && facts.faults().contains(7)));
        }

        @SeededBugs
        Stream<SeededBug> bugs() {
            return Stream.of(
                    Fakes.bug("forgetful", facts -> facts.wrong()), Fakes.bug("hasty", facts -> facts.wrong()));
        }
    }

    @SystemUnderTest("sample/red")
    static final class RedSpec {
        @Claim("nothing ever goes wrong")
        Scenario violated() {
            return Fakes.scenario()
                    .holds(Fakes.violatedWhen(
                            facts -> facts.seed() >= 4 && facts.faults().contains(7)));
        }

        @Claim("something goes wrong")
        Scenario notShown() {
            return Fakes.scenario().breaks(Fakes.violatedWhen(facts -> false));
        }

        @Claim("nothing goes wrong in time")
        Scenario undecided() {
            return Fakes.scenario().holds(Fakes.undecidedWhen(facts -> facts.seed() == 2));
        }

        @SeededBugs
        Stream<SeededBug> bugs() {
            return Stream.of(Fakes.bug("elusive", facts -> false), Fakes.bug("framed", facts -> true));
        }
    }

    static final class SkippedSpec {
        @Claim("wrong clocks do no harm")
        Scenario needsClocks() {
            return Fakes.scenario().under(Faults.clockSkew()).holds(Fakes.violatedWhen(facts -> true));
        }
    }

    abstract static class Contract {
        @Claim("every system keeps the contract")
        Scenario kept() {
            return Fakes.scenario().holds(Fakes.violatedWhen(facts -> facts.nodes() != nodes()));
        }

        abstract int nodes();
    }

    static final class InheritingSpec extends Contract {
        @Override
        int nodes() {
            return 5;
        }
    }

    /** Its first claim cancels the run. */
    static final class CancellingSpec {
        static CancellationToken token = CancellationToken.disabled();

        @Claim("this one runs")
        Scenario first() {
            token.cancel();
            return Fakes.scenario().holds(Fakes.violatedWhen(facts -> false));
        }

        @Claim("this one does not")
        Scenario second() {
            return first();
        }
    }

    static final class NoSpec {}
}
