package dev.faultline.targets.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Delay;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PunctualityTest {
    private static final NodeId N1 = NodeId.node(1);
    private static final long LATE = 200_000_000;
    private static final int ENOUGH = 3;

    private final Loop loop = new Loop("faultline-test");
    private final LiveNode node = new LiveNode(N1);
    private final CountDownLatch asked = new CountDownLatch(ENOUGH);
    private Consumer<Integer> answering;
    private int questions;
    private final Punctuality punctuality = new Punctuality(loop, List.of(node), this::ask);

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

    @AfterEach
    void end() {
        loop.close();
    }

    private void ask(LiveNode whom) {
        assertThat(whom).isSameAs(node);
        questions++;
        answering.accept(questions);
        asked.countDown();
    }

    private void answer(long after) {
        loop.at(loop.now() + after, () -> punctuality.answered(N1));
    }

    /** Measures until it has asked a few times. */
    private void measure() throws InterruptedException {
        loop.soon(punctuality::begin);
        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        loop.close();
    }

    private List<Delay> ofTheNode() {
        return punctuality.delays().stream()
                .filter(delay -> delay.whose().equals("n1") && delay.by().toNanos() >= LATE)
                .toList();
    }

    @Test
    void aLateAnswerIsADelay() throws InterruptedException {
        answering = question -> answer(question == 1 ? LATE : 0);
        measure();
        assertThat(ofTheNode()).hasSize(1);
        assertThat(ofTheNode().get(0).at())
                .isGreaterThanOrEqualTo(ofTheNode().get(0).by());
    }

    @Test
    void whomAFaultHoldsUpIsNotLate() throws InterruptedException {
        answering = question -> {
            if (question == 1) {
                punctuality.hold(N1);
                answer(LATE);
                loop.at(loop.now() + LATE + 1, () -> punctuality.release(N1));
            } else {
                answer(0);
            }
        };
        measure();
        assertThat(ofTheNode()).isEmpty();
    }

    @Test
    void aNodeIsNotAskedUntilTheLastFaultReleasesIt() throws InterruptedException {
        AtomicInteger meanwhile = new AtomicInteger();
        answering = question -> {
            if (question == 1) {
                punctuality.hold(N1);
                punctuality.hold(N1);
                punctuality.release(N1);
                loop.at(loop.now() + LATE, () -> {
                    meanwhile.set(questions);
                    punctuality.release(N1);
                });
            } else {
                answer(0);
            }
        };
        measure();
        assertThat(meanwhile).hasValue(1);
    }

    @Test
    void aNodeThatDiedOwesNoAnswer() throws InterruptedException {
        answering = question -> {
            if (question == 1) {
                loop.at(loop.now() + LATE, () -> {
                    punctuality.gone(N1);
                    punctuality.answered(N1);
                });
            } else {
                answer(0);
            }
        };
        measure();
        assertThat(ofTheNode()).isEmpty();
    }

    @Test
    void aHarnessThatComesLateToItsOwnTurnIsADelay() throws InterruptedException {
        answering = question -> {
            answer(0);
            if (question == 1) {
                sleep();
            }
        };
        measure();
        assertThat(punctuality.delays())
                .anyMatch(delay ->
                        delay.whose().equals("the harness") && delay.by().toNanos() > LATE / 2);
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofNanos(LATE).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
