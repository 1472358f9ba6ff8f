package dev.faultline.harness.engine;

import dev.faultline.harness.claim.Spec;
import dev.faultline.harness.claim.SpecProblem;
import dev.faultline.harness.scenario.Claim;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/**
 * Tells the platform what is wrong with specs. What cannot run is an error, for which the platform fails the whole engine. Its
 * claims stay in the tree, since build tools leave out classes in which they find no test, and the error with them.
 */
final class SpecIssues {
    private final DiscoveryIssueReporter reporter;

    SpecIssues(DiscoveryIssueReporter reporter) {
        this.reporter = reporter;
    }

    void report(Spec spec) {
        error(spec.problem(), ClassSource.from(spec.type()));
    }

    void report(Spec spec, Method part) {
        TestSource source = MethodSource.from(spec.type(), part);
        error(spec.problem(part), source);
        Claim claim = part.getAnnotation(Claim.class);
        if (claim != null) {
            warnOfBlankSentence(claim, spec.id(part), source);
            warnOfInvalidTags(claim, spec.id(part), source);
        }
    }

    private void error(Optional<SpecProblem> problem, TestSource source) {
        problem.ifPresent(its -> report(Severity.ERROR, its.getMessage(), source));
    }

    private void warnOfBlankSentence(Claim claim, Object name, TestSource source) {
        if (claim.value().isBlank()) {
            report(
                    Severity.WARNING,
                    name + " has a blank @Claim. Reports then show the method's name and nobody reads what is"
                            + " claimed. Say it in one sentence.",
                    source);
        }
    }

    private void warnOfInvalidTags(Claim claim, Object name, TestSource source) {
        Arrays.stream(claim.tags())
                .filter(tag -> !TestTag.isValid(tag))
                .forEach(tag -> report(
                        Severity.WARNING,
                        name + " has the tag '" + tag + "', and a tag must not be blank nor contain white space or any"
                                + " of , ( ) & | !. The tag is left out, so no filter finds the claim by it. Rename it.",
                        source));
    }

    private void report(Severity severity, String message, TestSource source) {
        reporter.reportIssue(DiscoveryIssue.builder(severity, message).source(source));
    }
}
