package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.transaction.Level;
import dev.faultline.checkers.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StdioCheckersTest {
    private static final String LAST = Request.LAST_READ;

    private static CheckResult check(Checker checker, Histories histories) {
        return checker.check(histories.history(), Budget.standard());
    }

    private static Checker echo() {
        return new EchoWorkload().checkers().get(0);
    }

    @Test
    void anEchoOfSomethingElseIsFound() {
        CheckResult result =
                check(echo(), new Histories().ok(0, "echo", "a", "a").ok(1, "echo", "b", "a"));

        assertThat(result.explanation()).isEqualTo("n2 was told 'b' and answered 'a'.");
        assertThat(result.evidence()).extracting(Event::index).containsExactly(2, 3);
        assertThat(check(echo(), new Histories().ok(0, "echo", "a", "a")).isValid())
                .isTrue();
    }

    @Test
    void readsOnTheWayMayLagBehind() {
        Checker durability = new LastReads(Workloads.durability());
        Histories lagging = new Histories().ok(0, "add", 1L, 1L).ok(1, "read", null, List.of());

        assertThat(check(durability, lagging.ok(1, LAST, null, List.of(1L))).isValid())
                .isTrue();
    }

    @Test
    void aLastReadHasToHaveWhatWasAcknowledged() {
        Checker durability = new LastReads(Workloads.durability());
        CheckResult result =
                check(durability, new Histories().ok(0, "add", 1L, 1L).ok(1, LAST, null, List.of()));

        assertThat(result.isInvalid()).isTrue();
        assertThat(result.evidence()).extracting(Event::index).containsExactly(1, 3);
    }

    @Test
    void onlyTheLastOfAClientsLastReadsCounts() {
        Checker counter = new LastReads(Workloads.counter());
        Histories early = new Histories().ok(0, "add", 2L, 2L).ok(1, LAST, null, 1L);

        assertThat(check(counter, early.ok(1, LAST, null, 2L)).isValid()).isTrue();
        assertThat(check(counter, early.fail(1, LAST, null, null)).verdict())
                .as("nobody knows what it would have answered")
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anElementThatNobodyAddedIsFound() {
        Histories histories = new Histories().ok(0, "add", 1L, 1L).info(1, "add", 2L);

        assertThat(check(new Invented(), histories.ok(0, "read", null, List.of(1L, 2L)))
                        .isValid())
                .isTrue();
        assertThat(check(new Invented(), histories.ok(0, "read", null, List.of(1L, 3L)))
                        .explanation())
                .isEqualTo("The read of process 0 on n1 has the element 3, which nobody had added.");
    }

    @Test
    void anOffsetThatNobodyCommittedIsFound() {
        Histories histories = new Histories()
                .ok(0, "committed", null, Map.of())
                .ok(0, "commit", Map.of("k1", 4L), null)
                .info(1, "commit", Map.of("k1", 6L))
                .ok(0, "committed", null, Map.of("k1", 6L))
                .ok(0, "committed", null, Map.of("k1", 3L));

        assertThat(check(new CommittedOffsets(), histories).isValid()).isTrue();
        assertThat(check(new CommittedOffsets(), histories.ok(0, "committed", null, Map.of("k1", 7L)))
                        .explanation())
                .isEqualTo(
                        "process 0 on n1 was told that offset 7 of k1 is committed, although nobody had committed more"
                                + " than 6.");
        assertThat(check(new CommittedOffsets(), new Histories().ok(0, "committed", null, Map.of("k2", 0L)))
                        .explanation())
                .endsWith("although nobody had committed any.");
    }

    @Test
    void aProgramThatAnswersNothingProvesNothing() {
        Histories silent = new Histories().fail(0, "read", null, List.of(ErrorCode.TIMEOUT.keyword()));

        assertThat(check(new Answers(), silent).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check(new Answers(), silent).explanation())
                .isEqualTo(
                        "None of the 1 requests 'read' was answered, so nothing is known about them. The last one ended"
                                + " with the error [:timeout].");
        assertThat(check(new Answers(), new Histories()).explanation()).startsWith("Nobody asked for anything");
    }

    @Test
    void aProgramThatNeverAnswersOneKindOfRequestProvesNothing() {
        Histories histories = new Histories().ok(0, "read", null, List.of());
        for (int tries = 0; tries < 5; tries++) {
            assertThat(check(new Answers(), histories).isValid()).isTrue();
            histories.fail(0, "add", 1L, List.of(ErrorCode.NOT_SUPPORTED.keyword()));
        }
        assertThat(check(new Answers(), histories).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aRefusalIsAnAnswer() {
        Histories histories = new Histories().ok(0, "read", 1L, 1L);
        for (int tries = 0; tries < 9; tries++) {
            histories.fail(0, "cas", 1L, List.of(ErrorCode.PRECONDITION_FAILED.keyword(), "it is 3"));
        }
        assertThat(check(new Answers(), histories).isValid()).isTrue();
    }

    @Test
    void aNodeThatDoesNotAnswerInTheEndProvesNothing() {
        Histories histories = new Histories().ok(0, LAST, null, List.of()).ok(1, LAST, null, List.of());
        assertThat(check(new Answers(), histories).isValid()).isTrue();

        CheckResult result = check(new Answers(), histories.fail(1, LAST, null, null));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation()).isEqualTo("n2 did not answer the last read, so nobody knows what it holds.");
    }

    private static Judgement judgement(Mistakes mistakes, boolean overrun) {
        return new Judgement(
                dev.faultline.targets.stdio.Workloads.named("echo", Level.SERIALIZABLE), mistakes, overrun);
    }

    @Test
    void mistakesViolateTheProtocol() {
        Mistakes mistakes = new Mistakes(mistake -> {});
        Histories histories = new Histories().ok(0, "echo", "a", "a");
        assertThat(judgement(mistakes, false).of(histories.history()))
                .containsOnlyKeys("echo", "protocol", "answers")
                .allSatisfy((property, result) -> assertThat(result.isValid()).isTrue());

        mistakes.add("n1 did this.");
        mistakes.add("n1 did that.");
        CheckResult result = judgement(mistakes, true).of(histories.history()).get("protocol");
        assertThat(result.isInvalid()).isTrue();
        assertThat(result.explanation()).isEqualTo("n1 did this. And 1 more like it.");
    }

    @Test
    void nobodyIsBlamedForARunThatWasTooMuchForAProgram() {
        CheckResult result = judgement(new Mistakes(mistake -> {}), true)
                .of(new Histories().ok(0, "echo", "a", "a").history())
                .get("protocol");

        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation()).contains("100000 messages unread", "Try a lower --rate");
    }

    @Test
    void aProgramThatMakesManyMistakesIsNotHeardOutForEver() {
        List<String> told = new ArrayList<>();
        Mistakes mistakes = new Mistakes(told::add);
        for (int number = 1; number <= 1000; number++) {
            mistakes.add("Mistake " + number + ".");
        }
        assertThat(told).containsExactly("Mistake 1.", "Mistake 2.", "Mistake 3.");
        assertThat(mistakes.judged().details()).containsEntry("mistakes", 1000);
        assertThat(mistakes.judged().explanation()).isEqualTo("Mistake 1. And 999 more like it.");
    }
}
