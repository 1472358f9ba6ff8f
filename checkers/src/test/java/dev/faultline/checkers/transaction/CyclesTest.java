package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of cycle alone, in lists: its name, the strongest levels that hold, and the weakest that fail. */
class CyclesTest {
    @Test
    void g0() {
        Judgement judgement = shows(
                "G0",
                concurrent("append x 1, append y 1", "append x 2, append y 2", "r x [1 2], r y [2 1]"),
                List.of(),
                List.of(
                        "read-uncommitted",
                        "monotonic-reads",
                        "monotonic-writes",
                        "read-your-writes",
                        "writes-follow-reads"));
        assertThat(judgement.steps("G0"))
                .containsExactly(
                        "T1 is process 0's transaction (event 0): [[:append, x, 1], [:append, y, 1]].",
                        "T2 is process 1's transaction (event 1): [[:append, x, 2], [:append, y, 2]].",
                        "T1 before T2: T2 wrote 2 to key \"x\" after 1 of T1.",
                        "T2 before T1: T1 wrote 1 to key \"y\" after 2 of T2.");
    }

    @Test
    void g0Process() {
        shows(
                "G0-process",
                new Story().run(0, "append x 1").run(0, "append x 2").run(1, "r x [2 1]"),
                List.of("monotonic-reads", "read-your-writes", "writes-follow-reads", "serializable"),
                List.of("monotonic-writes", "strong-session-read-committed"));
    }

    @Test
    void g0RealTime() {
        shows(
                "G0-realtime",
                new Story().run(0, "append x 1").run(1, "append x 2").run(2, "r x [2 1]"),
                List.of("strong-session-serializable"),
                List.of("strong-snapshot-isolation"));
    }

    @Test
    void g1c() {
        shows(
                "G1c",
                concurrent("append x 1, r y [1]", "append y 1, r x [1]"),
                List.of("read-uncommitted", "pram"),
                List.of("read-committed", "writes-follow-reads"));
    }

    @Test
    void g1cProcess() {
        shows(
                "G1c-process",
                new Story().run(0, "r x [1]").run(0, "append x 1"),
                List.of("monotonic-reads", "monotonic-writes", "read-your-writes", "serializable"),
                List.of("writes-follow-reads", "pram", "strong-session-read-committed"));
    }

    @Test
    void g1cRealTime() {
        shows(
                "G1c-realtime",
                new Story().run(0, "r x [1]").run(1, "append x 1"),
                List.of("strong-session-serializable"),
                List.of("strong-snapshot-isolation"));
    }

    @Test
    void gSingle() {
        Judgement judgement = Judgement.of(concurrent("append x 1, append y 1", "r y nil, r x [1]"));
        assertThat(judgement.anomalies()).first().isEqualTo("G-single");
        assertThat(judgement.strongest())
                .containsExactly(
                        "monotonic-reads",
                        "monotonic-writes",
                        "read-your-writes",
                        "writes-follow-reads",
                        "strong-session-read-committed");
        assertThat(judgement.weakest()).containsExactly("pram", "read-atomic", "consistent-view", "repeatable-read");
        assertThat(judgement.steps("G-single"))
                .containsExactly(
                        "T1 is process 1's transaction (event 1): [[:r, y, null], [:r, x, [1]]].",
                        "T2 is process 0's transaction (event 0): [[:append, x, 1], [:append, y, 1]].",
                        "T1 before T2: T1 read nothing in key \"y\", and T2 wrote 1 after that version.",
                        "T2 before T1: T1 read 1, which T2 wrote to key \"x\".");
    }

    @Test
    void gSingleProcess() {
        shows(
                "G-single-process",
                new Story().run(0, "append x 1").run(0, "r x nil"),
                List.of(
                        "monotonic-reads",
                        "monotonic-writes",
                        "writes-follow-reads",
                        "strong-session-read-committed",
                        "serializable"),
                List.of("read-your-writes", "read-atomic"));
    }

    @Test
    void gSingleRealTime() {
        Judgement judgement = shows(
                "G-single-realtime",
                new Story().run(0, "append x 1").run(1, "r x nil"),
                List.of("strong-session-serializable"),
                List.of("strong-snapshot-isolation"));
        assertThat(judgement.explanation())
                .isEqualTo("G-single-realtime, a cycle: each must come before the next (T1, process 1's transaction"
                        + " (event 2); T2, process 0's transaction (event 0)). T1 before T2: T1 read nothing in key"
                        + " \"x\", and T2 wrote 1 after that version. T2 before T1: T2 had ended (event 1) when T1"
                        + " began (event 2).");
    }

    @Test
    void gNonadjacent() {
        Judgement judgement = shows(
                "G-nonadjacent",
                concurrent("append x 1", "append y 1", "r x [1], r y nil", "r x nil, r y [1]"),
                List.of("parallel-snapshot-isolation"),
                List.of("repeatable-read", "snapshot-isolation"));
        assertThat(judgement.steps("G-nonadjacent")).hasSize(8);
    }

    @Test
    void gNonadjacentProcess() {
        shows(
                "G-nonadjacent-process",
                new Story()
                        .begin(2, "append y 1")
                        .begin(3, "r y [1], r x nil")
                        .run(0, "append x 1")
                        .run(0, "r y nil")
                        .end(2)
                        .end(3),
                List.of("parallel-snapshot-isolation", "serializable"),
                List.of("strong-session-snapshot-isolation"));
    }

    @Test
    void gNonadjacentRealTime() {
        shows(
                "G-nonadjacent-realtime",
                new Story()
                        .begin(2, "append y 1")
                        .begin(3, "r y [1], r x nil")
                        .run(0, "append x 1")
                        .run(1, "r y nil")
                        .end(2)
                        .end(3),
                List.of("strong-session-serializable"),
                List.of("strong-snapshot-isolation"));
    }

    @Test
    void g2Item() {
        Judgement judgement = shows(
                "G2-item",
                concurrent("r x nil, append y 1", "r y nil, append x 1"),
                List.of("strong-snapshot-isolation"),
                List.of("repeatable-read"));
        assertThat(judgement.steps("G2-item"))
                .containsExactly(
                        "T1 is process 0's transaction (event 0): [[:r, x, null], [:append, y, 1]].",
                        "T2 is process 1's transaction (event 1): [[:r, y, null], [:append, x, 1]].",
                        "T1 before T2: T1 read nothing in key \"x\", and T2 wrote 1 after that version.",
                        "T2 before T1: T2 read nothing in key \"y\", and T1 wrote 1 after that version.");
    }

    @Test
    void g2ItemProcess() {
        shows(
                "G2-item-process",
                new Story()
                        .begin(1, "r y nil, append x 1")
                        .run(0, "append y 1")
                        .run(0, "r x nil")
                        .end(1),
                List.of("strong-snapshot-isolation", "serializable"),
                List.of("strong-session-serializable"));
    }

    @Test
    void g2ItemRealTime() {
        Judgement judgement = shows(
                "G2-item-realtime",
                new Story()
                        .begin(1, "r y nil, append x 1")
                        .run(0, "append y 1")
                        .run(2, "r x nil")
                        .end(1),
                List.of("strong-snapshot-isolation", "strong-session-serializable"),
                List.of("strict-serializable"));
        assertThat(judgement.steps("G2-item-realtime"))
                .contains("T3 before T1: T3 had ended (event 2) when T1 began (event 3).");
    }

    @Test
    void cyclesAmongDifferentKeysAreAllReported() {
        Judgement judgement = Judgement.of(
                concurrent("append x 1, append y 1", "r x [1], r y nil", "r u nil, append v 1", "r v nil, append u 1"));
        assertThat(judgement.anomalies()).contains("G-single", "G2-item");
        assertThat(judgement.steps("G-single").toString()).contains("\"y\"").doesNotContain("\"v\"");
        assertThat(judgement.steps("G2-item").toString()).contains("\"v\"").doesNotContain("\"y\"");
    }

    @Test
    void aCycleThatNeedsProcessOrderIsNotToldAgainByRealTime() {
        Judgement judgement =
                Judgement.of(new Story().run(0, "append x 1").run(1, "r x [1]").run(1, "r x nil"));
        assertThat(judgement.anomalies()).containsOnlyOnce("G-single-process").doesNotContain("G-single-realtime");
        assertThat(judgement.weakest()).contains("monotonic-reads");
    }

    private static Judgement shows(String anomaly, Story story, List<String> strongest, List<String> weakest) {
        Judgement judgement = Judgement.of(story);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.anomalies().stream().filter(name -> !name.endsWith("-violation")))
                .containsExactly(anomaly);
        assertThat(judgement.explanation()).startsWith(anomaly + ", a cycle: ");
        assertThat(judgement.strongest()).as("strongest").isEqualTo(strongest);
        assertThat(judgement.weakest()).as("weakest").isEqualTo(weakest);
        return judgement;
    }

    /** Each by a process of its own, and all at once. */
    private static Story concurrent(String... transactions) {
        Story story = new Story();
        for (int i = 0; i < transactions.length; i++) {
            story.begin(i, transactions[i]);
        }
        for (int i = 0; i < transactions.length; i++) {
            story.end(i);
        }
        return story;
    }
}
