package dev.faultline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.claim.Spec;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.runtime.Trace.TraceEvent;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.harness.wire.MalformedEnvelope;
import dev.faultline.harness.wire.WireFormat;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the systems say in the simulation survives the way over the wire. */
class WireFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consensus.raftkv.RaftKvSpec",
                "election.bully.BullySpec",
                "election.raft.RaftSpec",
                "mutex.centralized.CentralizedSpec",
                "mutex.ricartagrawala.RicartAgrawalaSpec",
                "mutex.tokenring.TokenRingSpec"
            })
    void everyMessageComesBackAsItWas(String name) throws ClassNotFoundException {
        Spec spec = Spec.of(Class.forName("dev.faultline.reference." + name)).orElseThrow();
        NodeRuntime simulation = Runtimes.named("simulation");
        Map<String, Integer> seen = new TreeMap<>();
        for (Method claim : spec.claims()) {
            Scenario scenario = spec.scenario(claim);
            if (!simulation.capabilities(scenario.cluster()).containsAll(scenario.requires())) {
                continue;
            }
            WireFormat wire = WireFormat.of(scenario.cluster());
            for (int seed = 1; seed <= 3; seed++) {
                simulation.run(scenario.plan(seed), List.of(), event -> check(event, wire, seen));
            }
        }
        assertThat(seen).hasSizeGreaterThan(4);
    }

    private static void check(TraceEvent event, WireFormat wire, Map<String, Integer> seen) {
        if (event.what() instanceof Message message) {
            NodeId peer = event.peer() == null ? event.node() : event.peer();
            Envelope sent = new Envelope(event.node(), peer, message);
            assertThat(parse(wire, wire.line(sent))).isEqualTo(sent);
            seen.merge(message.getClass().getSimpleName(), 1, Integer::sum);
        }
    }

    private static Envelope parse(WireFormat wire, String line) {
        try {
            return wire.parse(line);
        } catch (MalformedEnvelope cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
