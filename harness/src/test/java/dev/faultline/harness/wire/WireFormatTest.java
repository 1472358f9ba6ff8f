package dev.faultline.harness.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.PerfectLink;
import dev.faultline.harness.node.Timeout;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    private static final WireFormat WIRE = WireFormat.of(Cluster.of(Role.role("node", 2, Listener::new)));

    sealed interface Talk extends Message {
        record SayHello(long count, Object thing) implements Talk {}
    }

    sealed interface Clash extends Message {
        record Data(long count) implements Clash {}
    }

    record Following(NodeId leader, long term) implements LeaderState {
        @Override
        public boolean isLeader() {
            return false;
        }
    }

    private abstract static class Deaf<M extends Message> implements Node<M> {
        @Override
        public void onStart(Environment<M> env) {}

        @Override
        public void onMessage(NodeId from, M message, Environment<M> env) {}

        @Override
        public void onTimeout(Timeout timeout, Environment<M> env) {}

        @Override
        public Record state() {
            return new Talk.SayHello(0, null);
        }
    }

    private static final class Listener extends Deaf<Talk> {}

    private static final class Clashing extends Deaf<Clash> {}

    @Test
    void aMessageIsTheBodyOfAnEnvelope() {
        Envelope envelope = new Envelope(NodeId.node(1), NodeId.client(2), new Talk.SayHello(3, "x"));

        assertThat(WIRE.line(envelope))
                .isEqualTo(
                        "{\"src\":\"n1\",\"dest\":\"c2\",\"body\":{\"type\":\"say_hello\",\"count\":3,\"thing\":\"x\"}}");
    }

    @Test
    void wholeNumbersAreLongAndUnknownFieldsArePassedOver() throws MalformedEnvelope {
        Envelope envelope = WIRE.parse("{\"src\":\"c1\",\"dest\":\"n1\",\"id\":7,"
                + "\"body\":{\"thing\":4,\"msg_id\":1,\"count\":3,\"type\":\"say_hello\"}}");

        assertThat(envelope).isEqualTo(new Envelope(NodeId.client(1), NodeId.node(1), new Talk.SayHello(3, 4L)));
    }

    @Test
    void aLineThatIsNoEnvelopeIsToldWithTheReason() {
        assertThatThrownBy(() -> WIRE.parse("{\"src\":\"n1\",\"dest\":\"n2\",\"body\":{\"type\":\"shout\"}}"))
                .isInstanceOf(MalformedEnvelope.class)
                .hasMessageContaining("no message of this cluster is named 'shout'");
        assertThatThrownBy(() -> WIRE.parse("{\"src\":\"n1\",\"dest\":\"n2\",\"body\":{\"type\":\"say_hello\"}}"))
                .isInstanceOf(MalformedEnvelope.class)
                .hasMessageContaining("count");
        assertThatThrownBy(() -> WIRE.parse("GET / HTTP/1.1")).isInstanceOf(MalformedEnvelope.class);
    }

    @Test
    void aStateIsItsComponentsWhateverElseFollowsFromThem() {
        Following state = new Following(NodeId.node(2), 3);

        assertThat(WIRE.json(state)).isEqualTo("{\"leader\":\"n2\",\"term\":3}");
        assertThat(WIRE.read(WIRE.json(state), Following.class)).isEqualTo(state);
    }

    @Test
    void messagesOfTheSameNameAreRefused() {
        Role clashing = Role.role("node", 1, Clashing::new).over(PerfectLink::new);

        assertThatThrownBy(() -> WireFormat.of(Cluster.of(clashing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are 'data' on the wire");
    }
}
