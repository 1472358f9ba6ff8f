package dev.faultline.targets.simulation;

import static dev.faultline.targets.simulation.Runs.N1;
import static dev.faultline.targets.simulation.Runs.N2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Faults;
import dev.faultline.harness.fault.Nodes;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Registers;
import dev.faultline.targets.simulation.Programmed.Alarm;
import dev.faultline.targets.simulation.Programmed.Entry;
import dev.faultline.targets.simulation.Programmed.Ping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeFaultsTest {
    private static final Duration TICK = Duration.ofMillis(100);

    private final List<String> journal = new ArrayList<>();

    private void note(Environment<Message> env, String what) {
        journal.add(env.self() + " " + what + " at " + env.uptime().toMillis());
    }

    private Cluster ticking() {
        return Runs.cluster(1, () -> new Programmed()
                .starting(env -> {
                    note(env, "starts");
                    env.setTimer(Alarm.TICK, TICK);
                })
                .expiring((timeout, env) -> note(env, "ticks")));
    }

    /** n1 sends a ping after 100 ms; n2 has a timer for 150 ms, which the ping may cancel. */
    private Cluster pingAndTimer(boolean cancels) {
        return Runs.cluster(2, () -> new Programmed()
                .starting(env -> env.setTimer(Alarm.TICK, env.self().equals(N1) ? TICK : Duration.ofMillis(150)))
                .expiring((timeout, env) -> {
                    if (env.self().equals(N1)) {
                        env.send(N2, new Ping(1));
                    } else {
                        note(env, "ticks");
                    }
                })
                .receiving((from, message, env) -> {
                    if (message instanceof Ping) {
                        note(env, "is pinged");
                        if (cancels) {
                            env.cancelTimer(Alarm.TICK);
                        }
                    }
                }));
    }

    private static PlannedFault pause(int from, int until) {
        return Runs.fault(from, until, it -> it.pause(N2), it -> it.resume(N2));
    }

    @Test
    void handlesMessagesAndTimersInTheirOrderAfterAPause() {
        Runs.run(pingAndTimer(false), 1, pause(50, 500));
        assertThat(journal).containsExactly("n2 is pinged at 500", "n2 ticks at 500");
    }

    @Test
    void neverFiresATimerThatWasCancelledAfterItBecameDueInAPause() {
        Runs.run(pingAndTimer(true), 1, pause(50, 500));
        assertThat(journal).containsExactly("n2 is pinged at 500");
    }

    @Test
    void staysPausedUntilTheLastPauseEnds() {
        Runs.run(pingAndTimer(false), 1, pause(50, 300), pause(200, 600));
        assertThat(journal).containsExactly("n2 is pinged at 600", "n2 ticks at 600");
    }

    @Test
    void forgetsTimersInACrashAndStartsAnew() {
        Runs.run(ticking(), 1, Runs.fault(60, 500, it -> it.crash(N1, 0, 0), it -> it.start(N1)));
        assertThat(journal).containsExactly("n1 starts at 0", "n1 starts at 0", "n1 ticks at 100");
    }

    @Test
    void firesNoTimerThatWasReplacedOrCancelled() {
        Cluster cluster = Runs.cluster(1, () -> new Programmed()
                .starting(env -> {
                    env.setTimer(Alarm.TICK, TICK);
                    env.setTimer(Alarm.TICK, Duration.ofMillis(300));
                    env.setTimer(Alarm.OTHER, TICK);
                    env.setTimer(Alarm.OTHER, Duration.ofMillis(50));
                })
                .expiring((timeout, env) -> {
                    note(env, timeout.toString());
                    env.setTimer(Alarm.OTHER, TICK);
                    env.cancelTimer(Alarm.OTHER);
                }));
        Runs.run(cluster, 1);
        assertThat(journal).containsExactly("n1 OTHER at 50", "n1 TICK at 300");
    }

    @ParameterizedTest
    @CsvSource({"1.0, 100", "2.0, 50", "0.5, 200"})
    void letsTimersAndUptimeDriftWithTheClock(double rate, int millis) {
        Cluster cluster = Runs.cluster(1, () -> new Programmed()
                .expiring((timeout, env) -> note(env, "ticks"))
                .receiving((from, message, env) -> env.setTimer(Alarm.TICK, TICK)));
        List<Long> expired = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        Trace trace = event -> {
            if (event.kind().equals("timeout")) {
                expired.add(event.time());
            } else if (event.kind().equals("deliver")) {
                asked.add(event.time());
            }
        };
        Runs.traced(cluster, trace, Runs.fault(0, 2000, it -> it.skew(N1, Duration.ZERO, rate), it -> {}));
        assertThat(Duration.ofNanos(expired.get(0) - asked.get(0))).isEqualTo(Duration.ofMillis(millis));
        assertThat(journal).singleElement().asString().contains("ticks at 100");
    }

    @Test
    void setsTheWallClockWrongAndRightAgainWithoutTouchingUptime() {
        List<Duration> offsets = new ArrayList<>();
        List<Instant> first = new ArrayList<>();
        Cluster cluster = Runs.cluster(1, () -> new Programmed()
                .starting(env -> {
                    first.add(env.clock().instant());
                    env.setTimer(Alarm.TICK, TICK);
                })
                .expiring((timeout, env) -> {
                    offsets.add(Duration.between(first.get(0), env.clock().instant())
                            .minus(env.uptime()));
                    env.setTimer(Alarm.TICK, TICK);
                }));
        Duration late = Duration.ofSeconds(-2);
        Runs.run(cluster, 1, Runs.fault(150, 250, it -> it.skew(N1, late, 1), it -> it.skew(N1, Duration.ZERO, 1)));
        assertThat(offsets.subList(0, 4)).containsExactly(Duration.ZERO, late, Duration.ZERO, Duration.ZERO);
    }

    /** How n1 found the world when it booted: its records, and the pings that had arrived at n2. */
    private record Boot(int records, Set<Integer> arrived) {
        String cut() {
            if (records > 0 && !arrived.contains(2 * records - 1)) {
                return "before the second message";
            }
            return arrived.contains(2 * records) ? "before the record was durable" : "between two rounds";
        }
    }

    /** On each tick n1 sends an even ping, makes a record durable, and sends an odd ping: four effects. */
    private static Cluster fourEffects(List<Boot> boots, Duration every) {
        Set<Integer> arrived = new TreeSet<>();
        return Runs.cluster(2, () -> new Programmed()
                .starting(env -> {
                    if (env.self().equals(N1)) {
                        boots.add(new Boot(env.storage().log().size(), new TreeSet<>(arrived)));
                        env.setTimer(Alarm.TICK, every);
                    }
                })
                .expiring((timeout, env) -> {
                    int round = env.storage().log().size();
                    env.send(N2, new Ping(2 * round));
                    env.storage().append(new Entry(round));
                    env.storage().sync();
                    env.send(N2, new Ping(2 * round + 1));
                    env.setTimer(Alarm.TICK, every);
                })
                .receiving((from, message, env) -> {
                    if (message instanceof Ping ping) {
                        arrived.add(ping.number());
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource({"1, [], 0", "2, [0], 0", "3, [0], 0", "4, [0], 1", "5, '[0, 1]', 1"})
    void diesBeforeTheEffectThatItIsToldTo(int effect, String pings, int records) {
        List<Boot> boots = new ArrayList<>();
        Runs.run(fourEffects(boots, TICK), 1, Runs.fault(99, 1000, it -> it.crash(N1, effect, 0), it -> it.start(N1)));
        assertThat(boots).hasSize(2);
        assertThat(boots.get(1).records()).isEqualTo(records);
        assertThat(boots.get(1).arrived()).hasToString(pings);
    }

    @Test
    void diesWithinTwentyMillisecondsInAnyCase() {
        List<Long> crashes = new ArrayList<>();
        Trace trace = event -> {
            if (event.kind().equals("crash")) {
                crashes.add(event.time());
            }
        };
        Runs.traced(ticking(), trace, Runs.fault(500, 1000, it -> it.crash(N1, 3, 0), it -> it.start(N1)));
        assertThat(crashes).hasSize(1);
        assertThat(crashes.get(0)).isCloseTo(510_000_000L, within(10_000_000L));
    }

    @Test
    void fallsBetweenAnyTwoEffectsSoonerOrLater() {
        Set<String> cuts = new TreeSet<>();
        for (long seed = 1; seed <= 100; seed++) {
            List<Boot> boots = new ArrayList<>();
            RunPlan plan = fourEffects(boots, Duration.ofMillis(5))
                    .workload(Registers.readWriteCas())
                    .under(Faults.restartsOf(Nodes.named("n1")))
                    .holds(Properties.mutualExclusion())
                    .plan(seed);
            new SimulationRuntime().run(plan.withSessions(Runs.PATIENCE), List.of(), Trace.NONE);
            boots.stream().skip(1).map(Boot::cut).forEach(cuts::add);
        }
        assertThat(cuts)
                .containsExactlyInAnyOrder(
                        "between two rounds", "before the record was durable", "before the second message");
    }
}
