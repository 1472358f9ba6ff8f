package dev.faultline.harness.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.harness.fault.Disturbance.Bandwidth;
import dev.faultline.harness.fault.Disturbance.Delay;
import dev.faultline.harness.fault.Disturbance.Duplication;
import dev.faultline.harness.fault.Disturbance.HalfOpen;
import dev.faultline.harness.fault.Disturbance.Latency;
import dev.faultline.harness.fault.Disturbance.Loss;
import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DisturbancesTest {
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);
    private static final NodeId N3 = NodeId.node(3);

    private static Duration millis(int count) {
        return Duration.ofMillis(count);
    }

    @Test
    void timesAddUp() {
        Disturbances both = Disturbances.NONE
                .with(new Delay(millis(400)))
                .with(new Latency(millis(100), millis(300)))
                .with(new Delay(millis(50)))
                .with(new Latency(millis(10), millis(20)));
        assertThat(both.longestDelay()).isEqualTo(millis(450));
        assertThat(both.shortestLatency()).isEqualTo(millis(110));
        assertThat(both.longestLatency()).isEqualTo(millis(320));
    }

    @Test
    void aMessageHasToGetThroughEachOfThem() {
        Disturbances both = Disturbances.NONE
                .with(new Loss(0.2))
                .with(new Loss(0.5))
                .with(new Duplication(1))
                .with(new Duplication(0.5));
        assertThat(both.loss()).isEqualTo(0.6, within(1e-9));
        assertThat(both.duplication()).isEqualTo(1);
        assertThat(Disturbances.NONE.loss()).isZero();
    }

    @Test
    void ofTwoThatAreEqualOneStaysWhenOneEnds() {
        Disturbances twice = Disturbances.NONE.with(new Loss(0.2)).with(new Loss(0.2));
        assertThat(twice.without(new Loss(0.2)).all()).containsExactly(new Loss(0.2));
    }

    @Test
    void halfOpenConnectionsAreOnTheLinksOfTheirNodeOnly() {
        Disturbances mixed = Disturbances.NONE.with(new HalfOpen(N1)).with(new Bandwidth(4));
        assertThat(mixed.on(N1, N2)).isEqualTo(mixed);
        assertThat(mixed.on(N2, N1)).isEqualTo(mixed);
        assertThat(mixed.on(N2, N3).all()).containsExactly(new Bandwidth(4));
    }
}
