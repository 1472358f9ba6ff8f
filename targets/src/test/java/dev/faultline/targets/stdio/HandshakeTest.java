package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private final List<Packet> sent = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    private Handshake handshake(Optional<ObjectNode> opening) {
        return new Handshake(List.of("n1", "n2"), opening, sent::add, new Mistakes(heard::add));
    }

    private static Packet answer(String body) {
        return new Packet("n2", Handshake.HARNESS, Json.tree(body));
    }

    @Test
    void aNodeIsToldItsNameAndThoseOfAllAndIsReadyWhenItAnswers() {
        Handshake handshake = handshake(Optional.empty());
        handshake.begin("n2");

        assertThat(sent)
                .map(Packet::line)
                .containsExactly("{\"src\":\"c0\",\"dest\":\"n2\",\"body\":{\"type\":\"init\",\"node_id\":\"n2\","
                        + "\"node_ids\":[\"n1\",\"n2\"],\"msg_id\":1}}");
        assertThat(handshake.isReady("n2")).isFalse();
        assertThat(handshake.answered(answer("{'type': 'init_ok', 'in_reply_to': 1}")))
                .isTrue();
        assertThat(handshake.isReady("n2")).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void aNodeIsReadyWhenItHasAnsweredTheTopologyToo() {
        Handshake handshake = handshake(Optional.of(Topology.grid(List.of("n1", "n2"))));
        handshake.begin("n2");

        assertThat(handshake.answered(answer("{'type': 'init_ok', 'in_reply_to': 1}")))
                .isFalse();
        assertThat(sent.get(1).type()).isEqualTo("topology");
        assertThat(handshake.answered(answer("{'type': 'topology_ok', 'in_reply_to': 2}")))
                .isTrue();
    }

    @Test
    void aNodeThatDiedIsNotReadyUntilItAnswersAgain() {
        Handshake handshake = handshake(Optional.empty());
        handshake.begin("n2");
        handshake.answered(answer("{'type': 'init_ok', 'in_reply_to': 1}"));

        handshake.forget("n2");
        handshake.begin("n2");
        assertThat(handshake.isReady("n2")).isFalse();

        handshake.answered(answer("{'type': 'init_ok', 'in_reply_to': 1}"));
        assertThat(handshake.isReady("n2")).isTrue();
    }

    @Test
    void anotherAnswerIsAMistake() {
        Handshake handshake = handshake(Optional.empty());
        handshake.begin("n2");

        assertThat(handshake.answered(answer("{'type': 'init_ok'}"))).isFalse();
        assertThat(handshake.answered(answer("{'type': 'error', 'code': 13, 'in_reply_to': 1}")))
                .isFalse();

        assertThat(handshake.isReady("n2")).isFalse();
        assertThat(heard)
                .containsExactly(
                        "n2 answered the harness with {\"type\":\"init_ok\"} instead of init_ok with in_reply_to 1.",
                        "n2 answered the harness with {\"type\":\"error\",\"code\":13,\"in_reply_to\":1} instead of"
                                + " init_ok with in_reply_to 1.");
    }
}
