package dev.faultline.targets.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Delay;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PunctualityTest {
    private static final NodeId N1 = NodeId.node(1);

    private final HandTurned time = new HandTurned();
    private final LiveNode node = new LiveNode(N1);
    private final Punctuality punctuality = new Punctuality(time, List.of(node), this::ask);
    private Runnable answering = () -> punctuality.answered(N1);
    private int questions;

    private record Line() implements NodeConnection {
        @Override
        public void send(Envelope envelope) {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void boot() {
        node.connected(new Line());
        node.shows(new NodeStatus(false, 0, false, 0, Map.of(), Map.of()));
    }

    private void ask(LiveNode whom) {
        assertThat(whom).isSameAs(node);
        questions++;
        answering.run();
    }

    /** What happens instead of an answer to the first question; the others are answered at once. */
    private void first(Runnable event) {
        answering = () -> {
            answering = () -> punctuality.answered(N1);
            event.run();
        };
    }

    private void in(int millis, Runnable event) {
        time.at(time.now() + Duration.ofMillis(millis).toNanos(), event);
    }

    private List<Delay> measured() {
        punctuality.begin();
        time.turnTo(Duration.ofSeconds(1));
        return punctuality.delays();
    }

    private static Delay delay(String whose, int by, int at) {
        return new Delay(whose, Duration.ofMillis(by), Duration.ofMillis(at));
    }

    @Test
    void whoAnswersAtOnceIsAskedAgainAndAgain() {
        assertThat(measured()).isEmpty();
        assertThat(questions).isEqualTo(51);
    }

    @Test
    void aLateAnswerIsADelay() {
        first(() -> in(210, () -> punctuality.answered(N1)));
        assertThat(measured()).containsExactly(delay("n1", 210, 210));
    }

    @Test
    void nobodyIsAskedBeforeItHasAnsweredOrBeforeItHasShownItself() {
        first(() -> {});
        assertThat(measured()).isEmpty();
        assertThat(questions).isEqualTo(1);
        node.lost();
        punctuality.gone(N1);
        time.turnTo(Duration.ofSeconds(2));
        assertThat(questions).isEqualTo(1);
    }

    @Test
    void whomAFaultHoldsUpIsNotLate() {
        first(() -> {
            punctuality.hold(N1);
            in(210, () -> punctuality.answered(N1));
            in(211, () -> punctuality.release(N1));
        });
        assertThat(measured()).isEmpty();
        assertThat(questions).isGreaterThan(1);
    }

    @Test
    void aNodeIsNotAskedUntilTheLastFaultReleasesIt() {
        first(() -> {
            punctuality.hold(N1);
            punctuality.hold(N1);
            punctuality.release(N1);
            in(210, () -> {
                assertThat(questions).isEqualTo(1);
                punctuality.release(N1);
            });
        });
        assertThat(measured()).isEmpty();
        assertThat(questions).isGreaterThan(1);
    }

    @Test
    void aNodeThatDiedOwesNoAnswer() {
        first(() -> in(210, () -> {
            punctuality.gone(N1);
            punctuality.answered(N1);
        }));
        assertThat(measured()).isEmpty();
    }

    @Test
    void aHarnessThatComesLateToItsOwnTurnIsADelay() {
        first(() -> time.holdUp(Duration.ofMillis(210)));
        assertThat(measured()).contains(delay("the harness", 190, 210));
    }
}
