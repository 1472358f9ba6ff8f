package dev.faultline.harness.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.runtime.Delay;
import dev.faultline.harness.runtime.MessageCounts;
import dev.faultline.harness.runtime.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExcuseTest {
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** A run with a crash after one second, its end after three, and the harness's end after nine. */
    private static Run run(Delay... delays) {
        return new Run(
                Fakes.cluster(),
                History.of(List.of(fault(0, 1000, "crash"), fault(1, 3000, "restarted"), fault(2, 9000, "end"))),
                Duration.ofSeconds(3),
                Duration.ofSeconds(9),
                new MessageCounts(Map.of(), Map.of(), Map.of(), 0),
                Map.of(),
                0,
                List.of(delays),
                Optional.empty());
    }

    private static Event fault(int index, long millis, String f) {
        return new Event(index, millis * 1_000_000, EventType.INFO, Event.NEMESIS, f, List.of("n1"), null, null);
    }

    private static Delay delay(String whose, int by, int at) {
        return new Delay(whose, Duration.ofMillis(by), Duration.ofMillis(at));
    }

    @Test
    void nothingIsExcusedOnAMachineThatKeepsUp() {
        assertThat(Excuse.lostTime().of(run(), Duration.ZERO)).isEmpty();
        assertThat(Excuse.lateOnceCalm().of(run(), Duration.ZERO)).isEmpty();
        assertThat(Excuse.lateAmongFaults().of(run(), Duration.ZERO)).isEmpty();
    }

    @Test
    void timeIsLostWhenOneOfThemWaitsLongerInAllThanIsAllowed() {
        Run apart = run(delay("n1", 1500, 2000), delay("n2", 1500, 4000), delay("n1", 500, 8000));
        assertThat(Excuse.lostTime().of(apart, SLACK)).isEmpty();
        Run together = run(delay("n1", 1500, 2000), delay("n2", 1500, 4000), delay("n1", 501, 8000));
        assertThat(Excuse.lostTime().of(together, SLACK))
                .contains("n1 waited 2001 ms in all for its turn, more than the 2000 ms that are allowed for");
    }

    @Test
    void onceCalmOnlyDelaysCountForWhichNoSlackMakesUp() {
        assertThat(Excuse.lateOnceCalm().of(run(delay("n1", 900, 4999), delay("n2", 50, 6000)), SLACK))
                .isEmpty();
        assertThat(Excuse.lateOnceCalm().of(run(delay("n1", 60, 5000), delay("n3", 51, 6000)), SLACK))
                .contains(
                        "n1 was 60 ms late, 5.0 s into the run, and more than 50 ms can make somebody alive seem dead");
    }

    @Test
    void amongFaultsEveryDelayCountsFromTheFirstOneOn() {
        assertThat(Excuse.lateAmongFaults().of(run(delay("n1", 900, 999), delay("n2", 50, 1000)), SLACK))
                .isEmpty();
        assertThat(Excuse.lateAmongFaults()
                        .of(run(delay("the harness", 51, 1000)), SLACK)
                        .orElseThrow())
                .startsWith("the harness was 51 ms late, 1.0 s into the run");
    }
}
