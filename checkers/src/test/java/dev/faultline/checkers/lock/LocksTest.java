package dev.faultline.checkers.lock;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocksTest {

    @Test
    void overlappingHoldsAreToldWithTheirTimes() {
        Script script = granted(0, 1L, new Script());
        granted(1, 2L, script).at(10).invoke(0, "release", "a");
        CheckResult result = check(Locks.mutualExclusion(), script);
        assertThat(result.isInvalid()).isTrue();
        assertThat(result.explanation())
                .isEqualTo(
                        "Two holds of a overlap: process 0 on n1 held it from 1.0 ms to 10.0 ms, and process 1 on n2 was"
                                + " granted it at 3.0 ms.");
        assertThat(result.evidence()).extracting(Event::index).containsExactly(1, 3, 4);
        assertThat(result.details()).containsEntry("holds", 2).containsEntry("violations", 1);
    }

    @Test
    void holdsThatTouchDoNotOverlap() {
        Script script = granted(0, 1L, new Script()).at(5).invoke(0, "release", "a");
        script.at(4).invoke(1, "acquire", "a").at(5).ok(1, "acquire", tuple("a", 2L));
        assertThat(check(Locks.mutualExclusion(), script).isValid()).isTrue();
    }

    @Test
    void everyHoldInsideALongOneIsCounted() {
        Script script = granted(0, 1L, new Script());
        granted(1, 2L, script).invoke(1, "release", "a");
        granted(2, 3L, script).invoke(2, "release", "a");
        assertThat(check(Locks.mutualExclusion(), script).details()).containsEntry("violations", 2);
    }

    @Test
    void crashEndsTheHoldsOfItsNodeOnly() {
        Script crashed = granted(0, 1L, new Script()).nemesis("crash", List.of("n1"));
        assertThat(check(Locks.mutualExclusion(), granted(1, 2L, crashed)).isValid())
                .isTrue();
        Script other = granted(0, 1L, new Script()).nemesis("crash", List.of("n3"));
        assertThat(check(Locks.mutualExclusion(), granted(1, 2L, other)).isInvalid())
                .isTrue();
    }

    @Test
    void pauseDoesNotEndAHold() {
        Script paused = granted(0, 1L, new Script()).nemesis("pause", List.of("n1"));
        assertThat(check(Locks.mutualExclusion(), granted(1, 2L, paused)).isInvalid())
                .isTrue();
    }

    @Test
    void acquireOfUnknownOutcomeIsNoHold() {
        Script script = new Script().invoke(0, "acquire", "a").info(0, "acquire", "a");
        assertThat(check(Locks.mutualExclusion(), granted(1, 2L, script)).isValid())
                .isTrue();
    }

    @Test
    void lowerTokenAcceptedLaterIsTold() {
        Script script = used(1, 5L, used(0, 7L, new Script()));
        CheckResult result = check(Locks.fencedExclusion(), script);
        assertThat(result.explanation())
                .isEqualTo(
                        "The resource a accepted token 5 from process 1 on n2, invoked after it had accepted token 7 from"
                                + " process 0 on n1.");
        assertThat(result.evidence()).extracting(Event::index).containsExactly(1, 3);
    }

    @Test
    void useWithoutATokenIsLowerThanAny() {
        assertThat(check(Locks.fencedExclusion(), used(1, null, used(0, 1L, new Script())))
                        .isInvalid())
                .isTrue();
    }

    @Test
    void rejectedTokensAreNoViolation() {
        Script script =
                used(0, 7L, new Script()).invoke(1, "use", tuple("a", 5L)).fail(1, "use", tuple("a", 5L));
        assertThat(check(Locks.fencedExclusion(), script).isValid()).isTrue();
    }

    @Test
    void overtakingBeyondTheToleranceIsTold() {
        Script script = new Script().at(0).invoke(0, "acquire", "a").at(6).invoke(1, "acquire", "a");
        script.at(8).ok(1, "acquire", tuple("a", 1L)).at(9).ok(0, "acquire", tuple("a", 2L));
        assertThat(check(Locks.fifo(Duration.ofMillis(6)), script).isValid()).isTrue();
        assertThat(check(Locks.fifo(Duration.ofMillis(5)), script).explanation())
                .isEqualTo(
                        "process 1 on n2 overtook process 0 on n1 at a: it asked at 6.0 ms and was granted at 8.0 ms;"
                                + " the other asked at 0.0 ms and was granted at 9.0 ms.");
    }

    @Test
    void requestThatNobodyAnswersIsNoProgress() {
        Script script = new Script().invoke(0, "acquire", "a").at(20).nemesis("healed", List.of());
        CheckResult result = check(Locks.progress(Duration.ofMillis(20)), script);
        assertThat(result.explanation())
                .isEqualTo(
                        "The :acquire of process 0 on n1 was not answered in the 20.0 ms between its invocation and the"
                                + " end of the history.");
        assertThat(check(Locks.progress(Duration.ofMillis(21)), script).isValid())
                .isTrue();
    }

    @Test
    void grantOfAnotherShapeIsRefused() {
        Script script = new Script().invoke(0, "acquire", "a").ok(0, "acquire", "a");
        assertThatThrownBy(() -> check(Locks.mutualExclusion(), script))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageStartingWith("Event 1: :acquire has the value a where [resource token] is expected");
    }

    private static Script granted(int process, Long token, Script script) {
        return script.invoke(process, "acquire", "a").ok(process, "acquire", tuple("a", token));
    }

    private static Script used(int process, Long token, Script script) {
        return script.invoke(process, "use", tuple("a", token)).ok(process, "use", tuple("a", token));
    }

    private static CheckResult check(Checker checker, Script script) {
        return checker.check(script.history(), Budget.standard());
    }
}
