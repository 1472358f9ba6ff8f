package dev.faultline.harness.engine;

import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import java.util.stream.Stream;

/** Specs that cannot run, each for another reason; not tests themselves. */
final class BrokenSpecs {
    private static Scenario fine() {
        return Fakes.scenario().holds(Fakes.violatedWhen(facts -> false));
    }

    static final class PrivateConstructor {
        private PrivateConstructor() {}

        @Claim("it holds")
        Scenario claim() {
            return fine();
        }
    }

    @SuppressWarnings("ClassCanBeStatic")
    final class Inner {
        @Claim("it holds")
        Scenario claim() {
            return fine();
        }
    }

    static final class Parameters {
        @Claim("it holds")
        Scenario claim(int nodes) {
            return fine();
        }
    }

    static final class ReturnsSomethingElse {
        @Claim("it holds")
        String claim() {
            return "yes";
        }
    }

    static final class SameNameTwice {
        @Claim("it holds")
        Scenario claim() {
            return fine();
        }

        @Claim("it holds for any number of nodes")
        Scenario claim(int nodes) {
            return fine();
        }
    }

    static final class BlankSentence {
        @Claim(" ")
        Scenario claim() {
            return fine();
        }
    }

    static final class InvalidTag {
        @Claim(value = "it holds", tags = "two words")
        Scenario claim() {
            return fine();
        }
    }

    static final class ReturnsNull {
        @Claim("it holds")
        Scenario claim() {
            return null;
        }
    }

    static final class Throws {
        @SuppressWarnings("DoNotCallSuggester")
        @Claim("it holds")
        Scenario claim() {
            throw new IllegalStateException("The disk is full.");
        }
    }

    static final class BugsThatAreNone {
        @SeededBugs
        Stream<String> bugs() {
            return Stream.of("a bug");
        }
    }

    static final class SameBugTwice {
        @SeededBugs
        Stream<SeededBug> bugs() {
            return Stream.of(Fakes.bug("twin", facts -> true), Fakes.bug("twin", facts -> true));
        }
    }

    static final class PrivateAndStatic {
        @SuppressWarnings("UnusedMethod")
        @Claim("private methods are fine")
        private Scenario hidden() {
            return fine();
        }

        @Claim("static methods are fine")
        static Scenario shared() {
            return fine();
        }
    }
}
