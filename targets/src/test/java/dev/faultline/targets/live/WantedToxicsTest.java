package dev.faultline.targets.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbance.Bandwidth;
import dev.faultline.harness.fault.Disturbance.ConnectionReset;
import dev.faultline.harness.fault.Disturbance.Delay;
import dev.faultline.harness.fault.Disturbance.Duplication;
import dev.faultline.harness.fault.Disturbance.HalfOpen;
import dev.faultline.harness.fault.Disturbance.Latency;
import dev.faultline.harness.fault.Disturbance.Loss;
import dev.faultline.harness.fault.Disturbance.SlowClose;
import dev.faultline.harness.fault.Disturbances;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Toxics.Toxic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedToxicsTest {

    private static Map<String, Toxic> wanted(boolean frames, Disturbance... disturbances) {
        return WantedToxics.of(new Disturbances(List.of(disturbances)), false, false, frames);
    }

    private static Duration millis(int count) {
        return Duration.ofMillis(count);
    }

    private static Toxic upstream(String type, Map<String, Object> attributes) {
        return new Toxic(type, "upstream", attributes);
    }

    private static Toxic downstream(String type, Map<String, Object> attributes) {
        return new Toxic(type, "downstream", attributes);
    }

    @Test
    void aLinkThatIsLeftAloneHasNone() {
        assertThat(wanted(true)).isEmpty();
    }

    @Test
    void latenciesAreOneToxicThatIsLateByTheirSum() {
        assertThat(wanted(true, new Latency(millis(100), millis(300)), new Latency(millis(50), millis(50))))
                .isEqualTo(Map.of("latency_upstream", upstream("latency", Map.of("latency", 250L, "jitter", 100L))));
    }

    @Test
    void delaysReorderWhatAServerKnowsAsMessages() {
        assertThat(wanted(true, new Delay(millis(400)), new Delay(millis(100)), new Latency(millis(10), millis(30))))
                .isEqualTo(Map.of(
                        "frame_reorder_upstream",
                        upstream("frame_reorder", Map.of("longest", 500L)),
                        "latency_upstream",
                        upstream("latency", Map.of("latency", 20L, "jitter", 10L))));
    }

    @Test
    void delaysAreLatencyWhereAServerKnowsBytesOnly() {
        assertThat(wanted(false, new Delay(millis(400)), new Latency(millis(100), millis(300))))
                .isEqualTo(Map.of("latency_upstream", upstream("latency", Map.of("latency", 400L, "jitter", 300L))));
    }

    @Test
    void messagesHaveToGetThroughEachLoss() {
        assertThat(wanted(true, new Loss(0.5), new Loss(0.5), new Duplication(1)))
                .isEqualTo(Map.of(
                        "frame_loss_upstream",
                        upstream("frame_loss", Map.of("probability", 0.75)),
                        "frame_duplication_upstream",
                        upstream("frame_duplication", Map.of("probability", 1.0, "latest", 400L))));
    }

    @Test
    void theNarrowestOfTwoNarrowLinksDecides() {
        assertThat(wanted(true, new Bandwidth(8), new Bandwidth(4), new Bandwidth(16)))
                .isEqualTo(Map.of("bandwidth_upstream", upstream("bandwidth", Map.of("rate", 4))));
    }

    @Test
    void resetsAreOneToxicHoweverManyThereAre() {
        assertThat(wanted(true, new ConnectionReset(), new ConnectionReset()))
                .isEqualTo(Map.of("reset_peer_upstream", upstream("reset_peer", Map.of("timeout", 0))));
    }

    @Test
    void theSlowestCloseDecides() {
        assertThat(wanted(true, new SlowClose(millis(500)), new SlowClose(millis(1500))))
                .isEqualTo(Map.of("slow_close_downstream", downstream("slow_close", Map.of("delay", 1500L))));
    }

    @Test
    void theSenderOnAHalfOpenConnectionLearnsOfItNever() {
        assertThat(wanted(true, new SlowClose(millis(500)), new HalfOpen(NodeId.node(1)), new HalfOpen(NodeId.node(2))))
                .isEqualTo(Map.of(
                        "slow_close_downstream",
                        downstream(
                                "slow_close", Map.of("delay", Duration.ofDays(1).toMillis()))));
    }

    @Test
    void whatClosesConnectionsHasTheWayToTheReceiverForItself() {
        Disturbance[] all = {
            new Latency(millis(1), millis(2)),
            new Bandwidth(4),
            new Loss(0.5),
            new SlowClose(millis(500)),
            new ConnectionReset()
        };
        assertThat(wanted(true, all)).containsOnlyKeys("reset_peer_upstream", "slow_close_downstream");
        assertThat(WantedToxics.of(new Disturbances(List.of(all)), true, false, true))
                .containsOnlyKeys("timeout_upstream", "slow_close_downstream");
    }

    @Test
    void whatComesBackIsCutByItself() {
        assertThat(WantedToxics.of(new Disturbances(List.of(new SlowClose(millis(500)))), false, true, false))
                .isEqualTo(Map.of("timeout_downstream", downstream("timeout", Map.of("timeout", 0))));
    }
}
