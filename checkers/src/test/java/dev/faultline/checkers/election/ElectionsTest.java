package dev.faultline.checkers.election;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Process p asks node n(p+1). */
class ElectionsTest {
    private final Script script = new Script();

    @Test
    void twoLeadersInOneTermAreTold() {
        answer(0, 3, "n1");
        answer(1, 3, "n2");
        CheckResult result = check(Elections.oneLeaderPerTerm());
        assertThat(result.explanation())
                .isEqualTo("Term 3 has two leaders: n1 named n1 in term 3, n2 named n2 in term 3.");
        assertThat(result.evidence()).extracting(Event::index).containsExactly(1, 3);
    }

    @Test
    void twoLeadersInTwoTermsAndNodesWithoutALeaderAreFine() {
        answer(0, 3, "n1");
        answer(1, 4, "n2");
        answer(2, 4, null);
        assertThat(check(Elections.oneLeaderPerTerm()).isValid()).isTrue();
    }

    @Test
    void agreementForgivesWhatWasSaidBeforeItIsStable() {
        answer(0, 1, "n1");
        script.nemesis("healed", List.of()).at(20);
        answer(1, 2, "n2");
        answer(2, 2, "n2");
        assertThat(check(Elections.agreement(Duration.ofMillis(10))).isValid()).isTrue();
        answer(0, 1, "n1");
        assertThat(check(Elections.agreement(Duration.ofMillis(10))).explanation())
                .isEqualTo("No agreement once stable: n2 named n2 in term 2, n1 named n1 in term 1.");
    }

    @Test
    void agreementOnNobodyIsNone() {
        answer(0, 1, null);
        assertThat(check(Elections.agreement(Duration.ZERO)).explanation())
                .isEqualTo("No leader once stable: n1 named nobody in term 1.");
    }

    @Test
    void agreementNeedsAnAnswer() {
        answer(0, 1, "n1");
        script.nemesis("crash", List.of("n2"));
        script.at(20).invoke(0, "leader", null).fail(0, "leader", null);
        CheckResult result = check(Elections.agreement(Duration.ofMillis(5)));
        assertThat(result.isInvalid()).isTrue();
        assertThat(result.explanation()).isEqualTo("Nobody answered who leads, asked at 7.0 ms or later.");
    }

    @Test
    void agreementThatNobodyIsAskedForIsUnknown() {
        answer(0, 1, "n1");
        script.nemesis("crash", List.of("n2"));
        CheckResult result = check(Elections.agreement(Duration.ofMillis(5)));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation()).isEqualTo("Nobody was asked who leads at 7.0 ms or later.");
    }

    @Test
    void noiseThatEndsDisturbsAgreement() {
        answer(0, 1, "n1");
        script.at(20).nemesis("delay-over", List.of("all"));
        answer(1, 2, "n2");
        assertThat(check(Elections.agreement(Duration.ZERO)).isValid()).isTrue();
    }

    @Test
    void restartWhileOneOfTwoPartitionsLastsIsNotJudged() {
        answer(0, 1, "n1");
        script.nemesis("bridge", List.of(List.of("n1"), List.of("n2")));
        script.nemesis("one-way-partition", List.of(List.of("n1"), List.of("n3")));
        script.nemesis("healed", List.of(List.of("n1"), List.of("n3")));
        answer(0, 1, "n1");
        restart("n3");
        answer(2, 2, "n3");
        assertThat(check(Elections.stability()).details()).containsEntry("restarts", 0);
    }

    @Test
    void restartThatUnseatsTheLeaderIsTold() {
        answer(0, 1, "n1");
        restart("n3");
        answer(2, 2, "n3");
        CheckResult result = check(Elections.stability());
        assertThat(result.explanation())
                .isEqualTo(
                        "The restart of n3 unseated the leader: n1 named n1 in term 1 before it, and n3 named n3 in term"
                                + " 2 after it.");
        assertThat(result.evidence()).extracting(Event::index).containsExactly(1, 2, 5);
        assertThat(result.details()).containsEntry("restarts", 1);
    }

    @Test
    void restartOfTheLeaderMayUnseatIt() {
        answer(0, 1, "n1");
        restart("n1");
        answer(2, 2, "n3");
        assertThat(check(Elections.stability()).details()).containsEntry("restarts", 0);
    }

    @Test
    void staleAnswerUnseatsNobody() {
        answer(0, 2, "n1");
        restart("n3");
        answer(2, 1, "n2");
        assertThat(check(Elections.stability()).isValid()).isTrue();
    }

    @Test
    void restartDuringAPartitionIsNotJudged() {
        answer(0, 1, "n1");
        script.nemesis("partition", List.of(List.of("n1"), List.of("n2", "n3")));
        answer(0, 1, "n1");
        restart("n3");
        answer(2, 2, "n3");
        assertThat(check(Elections.stability()).details()).containsEntry("restarts", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disconnect", "half-open", "cpu-limit"})
    void restartWhileANodeIsCutOffOrStarvedIsNotJudged(String fault) {
        answer(0, 1, "n1");
        script.nemesis(fault, List.of("n2"));
        answer(0, 1, "n1");
        restart("n3");
        answer(2, 2, "n3");
        assertThat(check(Elections.stability()).details()).containsEntry("restarts", 0);
        script.nemesis(fault + "-over", List.of("n2"));
        answer(2, 2, "n3");
        restart("n1");
        assertThat(check(Elections.stability()).details()).containsEntry("restarts", 1);
    }

    @Test
    void nextFaultEndsTheTimeThatIsJudged() {
        answer(0, 1, "n1");
        restart("n3");
        script.nemesis("crash", List.of("n1"));
        answer(2, 2, "n3");
        assertThat(check(Elections.stability()).isValid()).isTrue();
    }

    @Test
    void leaderThatNobodyElseConfirmsSinceTheLastFaultIsNotEstablished() {
        answer(0, 1, "n1");
        restart("n1");
        answer(1, 1, "n1");
        restart("n3");
        answer(2, 2, "n2");
        assertThat(check(Elections.stability()).details()).containsEntry("restarts", 0);
    }

    @Test
    void answerOfAnotherShapeIsRefused() {
        script.invoke(0, "leader", null).ok(0, "leader", "n1");
        assertThatThrownBy(() -> check(Elections.oneLeaderPerTerm()))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageStartingWith("Event 1: :leader has the value n1 where [term leader] is expected");
    }

    private void answer(int process, long term, String leader) {
        script.invoke(process, "leader", null).ok(process, "leader", tuple(term, leader));
    }

    private void restart(String node) {
        script.nemesis("restart", List.of(node)).nemesis("restarted", List.of(node));
    }

    private CheckResult check(Checker checker) {
        return checker.check(script.history(), Budget.standard());
    }
}
