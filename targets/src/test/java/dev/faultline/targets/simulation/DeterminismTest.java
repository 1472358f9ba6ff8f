package dev.faultline.targets.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Fault;
import dev.faultline.harness.fault.Faults;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.record.TraceHash;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Run.BrokenInvariant;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Registers;
import dev.faultline.targets.simulation.Programmed.Alarm;
import dev.faultline.targets.simulation.Programmed.Answer;
import dev.faultline.targets.simulation.Programmed.Ask;
import dev.faultline.targets.simulation.Programmed.Entry;
import dev.faultline.targets.simulation.Programmed.Ping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    /** Five nodes that gossip at random times with random nodes, and store what they hear. */
    private static Cluster gossip() {
        return Runs.cluster(5, () -> new Programmed()
                        .starting(DeterminismTest::gossip)
                        .expiring((timeout, env) -> gossip(env))
                        .receiving((from, message, env) -> {
                            if (message instanceof Ping ping) {
                                env.storage().append(new Entry(ping.number()));
                                env.storage().sync();
                            } else if (message instanceof Ask ask) {
                                env.send(from, new Answer(ask.msgId(), Outcome.ok(ask.value())));
                            }
                        }))
                .clients(Clients.roaming("node"));
    }

    private static void gossip(Environment<Message> env) {
        List<NodeId> members = new ArrayList<>(env.members());
        env.send(
                members.get(env.random().nextInt(members.size())),
                new Ping(env.random().nextInt(1000)));
        env.setTimer(Alarm.TICK, Duration.ofMillis(1 + env.random().nextInt(50)));
    }

    private static RunPlan plan(long seed, Fault... faults) {
        return gossip().workload(Registers.readWriteCas())
                .under(faults)
                .holds(Properties.mutualExclusion())
                .plan(seed);
    }

    private static RunPlan plan(long seed) {
        return plan(seed, Faults.all());
    }

    private static String hash(RunPlan plan) {
        TraceHash hash = new TraceHash();
        new SimulationRuntime().run(plan, List.of(), hash);
        return hash.value();
    }

    private static String hash(long seed) {
        return hash(plan(seed));
    }

    @Test
    void makesTheSameRunOfTheSamePlan() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(hash(seed)).isEqualTo(hash(seed));
        }
    }

    @Test
    void makesTheSameRunOfTheSamePlanUnderLatencyAndAFlappingPartition() {
        Set<String> hashes = new TreeSet<>();
        for (long seed = 1; seed <= 10; seed++) {
            String hash = hash(plan(seed, Faults.latency(), Faults.flapping()));
            assertThat(hash(plan(seed, Faults.latency(), Faults.flapping()))).isEqualTo(hash);
            hashes.add(hash);
        }
        assertThat(hashes).hasSize(10);
    }

    @Test
    void makesAnotherRunOfAnotherSeed() {
        Set<String> hashes = new TreeSet<>();
        for (long seed = 1; seed <= 10; seed++) {
            hashes.add(hash(seed));
        }
        assertThat(hashes).hasSize(10);
    }

    @Test
    void givesEverySeedNodeAndBootARandomSourceOfItsOwn() {
        Set<Long> drawn = new TreeSet<>();
        Cluster cluster = Runs.cluster(
                2, () -> new Programmed().starting(env -> drawn.add(env.random().nextLong())));
        for (long seed = 1; seed <= 5; seed++) {
            Runs.run(cluster, seed, Runs.fault(100, 200, it -> it.crash(Runs.N1, 0, 0), it -> it.start(Runs.N1)));
        }
        assertThat(drawn).hasSize(15);
    }

    @Test
    void makesTheSameHistoryWhetherItIsTracedOrNot() {
        Run traced = new SimulationRuntime().run(plan(3), List.of(), new TraceHash());
        Run untraced = new SimulationRuntime().run(plan(3), List.of(), Trace.NONE);
        assertThat(untraced.history().events()).isEqualTo(traced.history().events());
        assertThat(untraced.messages()).isEqualTo(traced.messages());
    }

    @Test
    void stopsWhenAHandlerThrowsAndSaysWhere() {
        Cluster cluster = Runs.cluster(2, () -> new Programmed().receiving((from, message, env) -> {
            throw new IllegalStateException("lost my mind");
        }));
        BrokenInvariant broken = Runs.run(cluster, 1).broken().orElseThrow();
        assertThat(broken.monitor()).isEqualTo(BrokenInvariant.NODE_FAILURE);
        assertThat(broken.explanation())
                .startsWith("n1 threw java.lang.IllegalStateException: lost my mind at "
                        + getClass().getName());
    }
}
