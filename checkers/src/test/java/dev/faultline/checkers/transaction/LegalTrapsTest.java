package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Verdict;
import org.junit.jupiter.api.Test;

/** What looks wrong and is not: each of these histories is strictly serializable. */
class LegalTrapsTest {
    @Test
    void aVersionIsReadTwice() {
        legal(new Story().run(0, "append x 1").run(1, "r x [1], r y nil, r x [1]"));
        legal(new Story().run(0, "w x 1").run(1, "r x 1, r y nil, r x 1"));
    }

    @Test
    void nothingIsReadTwice() {
        legal(new Story().begin(1, "r x nil, r x []").run(0, "append x 1").end(1));
        legal(new Story().begin(1, "r x nil, r x nil").run(0, "w x 1").end(1));
    }

    @Test
    void aTransactionReadsItsWriteBeforeItOverwritesIt() {
        legal(new Story().run(0, "append x 1, r x [1], append x 2, r x [1 2]").run(1, "r x [1 2]"));
        legal(new Story().run(0, "w x 1, r x 1, w x 2, r x 2").run(1, "r x 2"));
    }

    @Test
    void aTransactionReadsWhatItFoundAndThenItsOwn() {
        legal(new Story().run(0, "append x 1").run(1, "r x [1], append x 2, r x [1 2]"));
        legal(new Story().run(0, "w x 1").run(1, "r x 1, w x 2, r x 2"));
    }

    @Test
    void nothingWasWrittenYet() {
        legal(new Story().run(0, "r x nil, r y []").run(1, "append x 1").run(2, "r x [1], r y nil"));
        legal(new Story().run(0, "r x nil, r y nil").run(1, "w x 1").run(2, "r x 1, r y nil"));
    }

    @Test
    void anIndeterminateWriteIsSeenLater() {
        legal(new Story()
                .begin(0, "append x 1")
                .info(0)
                .run(1, "r x nil")
                .run(2, "append x 2")
                .run(1, "r x [2 1]"));
        legal(new Story()
                .begin(0, "w x 1")
                .info(0)
                .run(1, "r x nil")
                .run(2, "w x 2, r x 2")
                .run(1, "r x 1"));
    }

    @Test
    void anIndeterminateReadIsNotCounted() {
        legal(new Story()
                .run(0, "append x 1")
                .begin(1, "r x [9], append x 2")
                .info(1)
                .run(0, "r x [1 2]"));
        legal(new Story().run(0, "w x 1").begin(1, "r x 9, w x 2").info(1).run(0, "r x 2"));
    }

    @Test
    void anIndeterminateWriteIsNeverSeen() {
        legal(new Story()
                .run(0, "append x 1")
                .begin(1, "append x 2")
                .info(1)
                .run(2, "r x [1]")
                .run(0, "append x 3"));
        legal(new Story()
                .run(0, "w x 1")
                .begin(1, "w x 2")
                .info(1)
                .run(2, "r x 1")
                .run(0, "w x 3"));
    }

    @Test
    void anIndeterminateWriteIsSeenWhileItIsOpen() {
        legal(new Story().begin(0, "append x 1").run(1, "r x [1]"));
        legal(new Story().begin(0, "w x 1").run(1, "r x 1"));
    }

    @Test
    void nobodySawTheFailedTransaction() {
        legal(new Story()
                .begin(0, "r x nil, append x 1")
                .fail(0)
                .run(1, "r x nil, append x 2")
                .run(2, "r x [2]"));
        legal(new Story()
                .begin(0, "r x nil, w x 1")
                .fail(0)
                .run(1, "r x nil, w x 2")
                .run(2, "r x 2"));
    }

    @Test
    void aFailedWriteIsTriedAgain() {
        legal(new Story().begin(0, "append x 1").fail(0).run(0, "append x 1").run(1, "r x [1]"));
        legal(new Story().begin(0, "w x 1").fail(0).run(0, "w x 1").run(1, "r x 1"));
        legal(new Story().run(0, "w x 1").begin(0, "w x 1").fail(0).run(1, "r x 1"));
    }

    @Test
    void aLongReadMaySeeTheOldOrTheNew() {
        for (String found : new String[] {"[1]", "[1 2]", "[1 2 3]"}) {
            legal(new Story()
                    .run(0, "append x 1")
                    .begin(1, "r x " + found)
                    .run(0, "append x 2")
                    .run(2, "append x 3")
                    .end(1)
                    .run(0, "r x [1 2 3]"));
        }
        for (String found : new String[] {"1", "2", "3"}) {
            legal(new Story()
                    .run(0, "w x 1")
                    .begin(1, "r x " + found)
                    .run(0, "w x 2")
                    .run(2, "w x 3")
                    .end(1)
                    .run(0, "r x 3"));
        }
    }

    @Test
    void twoLongReadsSeeDifferentVersions() {
        legal(new Story()
                .begin(0, "r x [1]")
                .begin(1, "r x nil")
                .run(2, "append x 1")
                .end(0)
                .end(1));
        legal(new Story()
                .begin(0, "r x 1")
                .begin(1, "r x nil")
                .run(2, "w x 1")
                .end(0)
                .end(1));
    }

    private static void legal(Story story) {
        for (Level level : Level.values()) {
            Judgement judgement = Judgement.of(level, story.history());
            assertThat(judgement.verdict())
                    .as("%s: %s", level, judgement.explanation())
                    .isEqualTo(Verdict.VALID);
        }
    }
}
