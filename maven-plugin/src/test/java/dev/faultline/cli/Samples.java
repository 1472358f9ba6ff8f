package dev.faultline.cli;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import dev.faultline.harness.workload.Locks;
import java.util.stream.Stream;

/** Specs to run commands on. */
final class Samples {
    private Samples() {}

    private static Scenario.Builder scenario(Program program) {
        return Turnstile.cluster(program).workload(Locks.acquireAndRelease());
    }

    /** Holds, and its bug is caught. */
    @SystemUnderTest("sample/turnstile")
    static class Sound {
        @Claim(value = "one at a time", tags = "quick")
        Scenario oneAtATime() {
            return scenario(Turnstile::new).holds(Properties.mutualExclusion());
        }

        @SeededBugs
        Stream<SeededBug> bugs() {
            return Stream.of(SeededBug.named("wide-open", "everybody may enter")
                    .running("turnstile", Turnstile.WideOpen::new)
                    .violating(Properties.mutualExclusion())
                    .witness(Turnstile.cluster(Turnstile::new), script -> script.invoke("c1", "n1", "acquire", "r1")
                            .invoke("c2", "n1", "acquire", "r1")));
        }
    }

    /** Is violated. */
    @SystemUnderTest("sample/gate")
    static class Broken {
        @Claim("one at a time")
        Scenario oneAtATime() {
            return scenario(Turnstile.WideOpen::new).holds(Properties.mutualExclusion());
        }
    }

    /** Claims a weakness that is none. */
    static class Strong {
        @Claim("two at a time")
        Scenario twoAtATime() {
            return scenario(Turnstile::new).breaks(Properties.mutualExclusion());
        }
    }

    /** Cannot be decided. */
    static class Undecidable {
        @Claim("nobody knows")
        Scenario nobodyKnows() {
            return scenario(Turnstile::new).holds(undecided());
        }

        private static Property undecided() {
            return Properties.of(new Checker() {
                @Override
                public String name() {
                    return "riddle";
                }

                @Override
                public CheckResult check(History history, Budget budget) {
                    return CheckResult.unknown("It is a riddle.");
                }
            });
        }
    }

    /** Cannot be made. */
    static class Private {
        private Private() {}

        @Claim("nobody can ask for this")
        Scenario unheard() {
            throw new AssertionError("never called");
        }
    }

    /** Gives nothing. */
    static class EmptyHanded {
        @Claim("nothing")
        Scenario nothing() {
            return null;
        }
    }
}
