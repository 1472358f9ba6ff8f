package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each phenomenon alone, in lists and in registers. */
class PhenomenaTest {
    private static final List<String> SESSION_GUARANTEES =
            List.of("monotonic-reads", "monotonic-writes", "read-your-writes", "writes-follow-reads");

    @Test
    void garbageIsReadFromAList() {
        Judgement judgement = Judgement.of(
                new Story().run(0, "append x 1").run(1, "r x [1 9]").run(0, "append y 1"));
        nothingHolds(judgement, "garbage-read");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 2) read 9 in the key \"x\", which nobody appended.");
    }

    @Test
    void garbageIsReadFromARegister() {
        Judgement judgement = Judgement.of(new Story().run(0, "w x 1").run(1, "r x 9"));
        nothingHolds(judgement, "garbage-read");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 2) read 9 of the key \"x\", which nobody wrote.");
        assertThat(judgement.result().evidence())
                .extracting(event -> event.index())
                .containsExactly(2, 3);
    }

    @Test
    void anElementStandsTwice() {
        Judgement judgement = Judgement.of(
                new Story().run(0, "append x 1").run(0, "append x 2").run(1, "r x [1 2 1]"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.strongest()).isEmpty();
        assertThat(judgement.anomalies()).contains("duplicate-elements");
        assertThat(judgement.result().details().get("anomalies").toString())
                .contains("Process 1's transaction (event 4) read [1, 2, 1] of the key \"x\","
                        + " in which an element stands twice.");
    }

    @Test
    void twoReadsContradictEachOther() {
        Judgement judgement = Judgement.of(new Story()
                .run(0, "append x 1")
                .run(1, "append x 2")
                .run(2, "r x [1 2]")
                .run(3, "r x [2]"));
        nothingHolds(judgement, "incompatible-order");
        assertThat(judgement.explanation())
                .isEqualTo("Process 3's transaction (event 6) read [2] of the key \"x\", and process 2's transaction"
                        + " (event 4) read [1, 2]; neither continues the other.");
    }

    @Test
    void elementsOfOneTransactionStandInAnotherOrder() {
        Judgement judgement =
                Judgement.of(new Story().run(0, "append x 1, append x 2").run(1, "r x [2 1]"));
        nothingHolds(judgement, "incompatible-order");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 2) read [2, 1] of the key \"x\", in which 2 does not stand"
                        + " where process 0's transaction (event 0) appended it among its own.");
    }

    @Test
    void anElementOfAFailedTransactionIsRead() {
        Judgement judgement =
                Judgement.of(new Story().begin(0, "append x 1").fail(0).run(1, "r x [1]"));
        onlyReadUncommittedHolds(judgement, "G1a");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 2) read 1 in the key \"x\", which process 0's transaction"
                        + " (event 0) appended and failed.");
    }

    @Test
    void aValueOfAFailedTransactionIsRead() {
        Judgement judgement = Judgement.of(new Story().begin(0, "w x 1").fail(0).run(1, "r x 1"));
        onlyReadUncommittedHolds(judgement, "G1a");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 2) read 1 of the key \"x\", which process 0's transaction"
                        + " (event 0) wrote and failed.");
    }

    @Test
    void aListIsReadInTheMiddleOfATransaction() {
        Judgement judgement = Judgement.of(
                new Story().begin(0, "append x 1, append x 2").run(1, "r x [1]").end(0));
        onlyReadUncommittedHolds(judgement, "G1b");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 1) read the key \"x\" up to 1, in the middle of the appends"
                        + " of process 0's transaction (event 0).");
    }

    @Test
    void aRegisterIsReadInTheMiddleOfATransaction() {
        Judgement judgement = Judgement.of(
                new Story().begin(0, "w x 1, w x 2").run(1, "r x 1").end(0));
        onlyReadUncommittedHolds(judgement, "G1b");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 1) read 1 of the key \"x\", which process 0's transaction"
                        + " (event 0) overwrote itself.");
    }

    @Test
    void aCommittedElementStandsOnAFailedOne() {
        Judgement judgement = Judgement.of(
                new Story().begin(0, "append x 1").fail(0).run(1, "append x 2").run(2, "r x [1 2]"));
        assertThat(judgement.weakest()).contains("read-committed");
        assertThat(judgement.strongest()).containsExactly("read-uncommitted");
        assertThat(judgement.anomalies()).containsOnly("G1a", "dirty-update");
    }

    @Test
    void aTransactionDoesNotSeeItsOwnElement() {
        Judgement judgement = Judgement.of(new Story().run(0, "append x 1, r x nil"));
        onlyReadUncommittedHolds(judgement, "internal");
        assertThat(judgement.explanation())
                .isEqualTo("Process 0's transaction (event 0) read [] of the key \"x\", which does not end with what it"
                        + " had appended itself.");
    }

    @Test
    void aTransactionSeesItsOwnElementTooEarly() {
        onlyReadUncommittedHolds(Judgement.of(new Story().run(0, "r x [1], append x 1")), "internal");
    }

    @Test
    void aTransactionDoesNotSeeItsOwnValue() {
        Judgement judgement = Judgement.of(new Story().run(0, "w x 1").run(1, "w x 2, r x 1"));
        onlyReadUncommittedHolds(judgement, "internal");
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 2) wrote 2 to the key \"x\" and then read 1.");
    }

    @Test
    void aTransactionSeesItsOwnValueTooEarly() {
        onlyReadUncommittedHolds(Judgement.of(new Story().run(0, "r x 1, w x 1")), "internal");
    }

    @Test
    void aListChangesBetweenTwoReads() {
        Judgement judgement = Judgement.of(
                new Story().begin(1, "r x nil, r x [1]").run(0, "append x 1").end(1));
        readsAreNotAtomic(judgement);
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 0) read [] of the key \"x\" and then [1], without having"
                        + " appended the difference.");
    }

    @Test
    void aRegisterChangesBetweenTwoReads() {
        Judgement judgement = Judgement.of(
                new Story().begin(1, "r x nil, r x 1").run(0, "w x 1").end(1));
        readsAreNotAtomic(judgement);
        assertThat(judgement.explanation())
                .isEqualTo("Process 1's transaction (event 0) read 1 of the key \"x\", after it had read nil and"
                        + " written nothing.");
    }

    @Test
    void anUpdateOfAListIsLost() {
        Judgement judgement = Judgement.of(new Story()
                .begin(0, "r x nil, append x 1")
                .begin(1, "r x nil, append x 2")
                .end(0)
                .end(1)
                .run(2, "r x [1 2]"));
        updateIsLost(judgement);
    }

    @Test
    void anUpdateOfARegisterIsLost() {
        Judgement judgement = Judgement.of(new Story()
                .run(2, "w x 5")
                .begin(0, "r x 5, w x 1")
                .begin(1, "r x 5, w x 2")
                .end(0)
                .end(1));
        updateIsLost(judgement);
        assertThat(judgement.explanation())
                .isEqualTo("Process 0's transaction (event 2) and process 1's transaction (event 3) both read 5 in the"
                        + " key \"x\", and both wrote the key, so that one of them overwrote what it had not seen.");
    }

    private static void nothingHolds(Judgement judgement, String anomaly) {
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.strongest()).isEmpty();
        assertThat(judgement.weakest())
                .containsAll(SESSION_GUARANTEES)
                .hasSize(5)
                .contains("read-uncommitted");
        assertThat(judgement.anomalies()).first().isEqualTo(anomaly);
    }

    private static void onlyReadUncommittedHolds(Judgement judgement, String anomaly) {
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.strongest()).containsExactly("read-uncommitted");
        assertThat(judgement.weakest())
                .containsAll(SESSION_GUARANTEES)
                .hasSize(5)
                .contains("read-committed");
        assertThat(judgement.anomalies()).first().isEqualTo(anomaly);
    }

    private static void readsAreNotAtomic(Judgement judgement) {
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.weakest()).containsExactly("pram", "read-atomic", "consistent-view", "repeatable-read");
        assertThat(judgement.anomalies()).first().isEqualTo("internal");
    }

    private static void updateIsLost(Judgement judgement) {
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.strongest()).containsExactly("causal");
        assertThat(judgement.weakest()).containsExactly("consistent-view", "repeatable-read");
        assertThat(judgement.anomalies()).first().isEqualTo("lost-update");
    }
}
