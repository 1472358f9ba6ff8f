package dev.faultline.targets.simulation;

import static dev.faultline.harness.cluster.Role.role;
import static dev.faultline.targets.simulation.Runs.N3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Faults;
import dev.faultline.harness.fault.Nodes;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.PerfectLink;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Registers;
import dev.faultline.targets.simulation.Programmed.Alarm;
import dev.faultline.targets.simulation.Programmed.Ping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three nodes send each other a message every 20 ms while messages are lost, doubled and late, and n3 restarts. */
class PerfectLinkTest {
    private static final Duration EVERY = Duration.ofMillis(20);

    private record Sent(NodeId from, NodeId to, int number) {}

    private record Arrived(int boot, Sent message) {}

    private final Set<Sent> sent = new LinkedHashSet<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private final List<Integer> sentByNewest = new ArrayList<>();
    private int messages;
    private int last;
    private int boots;

    private Programmed program() {
        int boot = ++boots;
        sentByNewest.clear();
        return new Programmed()
                .starting(env -> env.setTimer(Alarm.TICK, EVERY))
                .expiring((timeout, env) -> {
                    for (NodeId to : env.members()) {
                        if (!to.equals(env.self())) {
                            sent.add(new Sent(env.self(), to, ++messages));
                            if (boot == boots) {
                                sentByNewest.add(messages);
                            }
                            env.send(to, new Ping(messages));
                        }
                    }
                    if (messages < last) {
                        env.setTimer(Alarm.TICK, EVERY);
                    }
                })
                .receiving((from, message, env) -> {
                    if (message instanceof Ping ping) {
                        arrived.add(new Arrived(boot, new Sent(from, env.self(), ping.number())));
                    }
                });
    }

    private void run(long seed) {
        last = messages + 2400;
        Cluster cluster = Cluster.of(role("node", 3, this::program).over(node -> new PerfectLink<>(node)));
        RunPlan plan = cluster.requests(asked -> new Programmed.Ask(asked.msgId(), asked.f(), asked.value()))
                .workload(Registers.readWriteCas())
                .under(Faults.loss(), Faults.duplication(), Faults.delay(), Faults.restartsOf(Nodes.named("n3")))
                .holds(Properties.mutualExclusion())
                .plan(seed);
        new SimulationRuntime().run(plan.withSessions(Runs.PATIENCE), List.of(), Trace.NONE);
    }

    private static boolean lives(NodeId node) {
        return !node.equals(N3);
    }

    @Test
    void deliversNothingTwiceToOneIncarnation() {
        for (long seed = 1; seed <= 20; seed++) {
            run(seed);
        }
        assertThat(arrived).hasSizeGreaterThan(40_000).doesNotHaveDuplicates();
    }

    @Test
    void deliversEverythingBetweenNodesThatLive() {
        run(1);
        List<Sent> wanted = sent.stream()
                .filter(message -> lives(message.from()) && lives(message.to()))
                .toList();
        List<Sent> delivered = arrived.stream()
                .map(Arrived::message)
                .filter(message -> lives(message.from()) && lives(message.to()))
                .toList();
        assertThat(delivered).hasSizeGreaterThan(200).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void deliversToANodeThatComesBackWhatItsSenderStillHolds() {
        run(1);
        Set<Sent> delivered = new LinkedHashSet<>();
        arrived.forEach(arrival -> delivered.add(arrival.message()));
        assertThat(delivered)
                .containsAll(
                        sent.stream().filter(message -> lives(message.from())).toList());
    }

    @Test
    void deliversWhatARestartedNodeSendsInItsLastLife() {
        int sentInLastLives = 0;
        for (long seed = 1; seed <= 10; seed++) {
            run(seed);
            Set<Integer> delivered = new LinkedHashSet<>();
            arrived.forEach(arrival -> delivered.add(arrival.message().number()));
            assertThat(delivered).containsAll(sentByNewest);
            sentInLastLives += sentByNewest.size();
        }
        assertThat(boots).isGreaterThan(60);
        assertThat(sentInLastLives).isGreaterThan(200);
    }

    @Test
    void deliversNothingThatWasNotSent() {
        run(2);
        assertThat(sent).containsAll(arrived.stream().map(Arrived::message).toList());
    }
}
