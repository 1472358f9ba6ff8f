package dev.faultline.targets.simulation;

import static dev.faultline.targets.simulation.Runs.N1;
import static dev.faultline.targets.simulation.Runs.N2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbance.Delay;
import dev.faultline.harness.fault.Disturbance.Duplication;
import dev.faultline.harness.fault.Disturbance.Latency;
import dev.faultline.harness.fault.Disturbance.Loss;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.targets.simulation.Programmed.Alarm;
import dev.faultline.targets.simulation.Programmed.Ping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two nodes send a numbered message to each other every ten milliseconds, for two and a half seconds. */
class NetworkTest {
    private static final Duration EVERY = Duration.ofMillis(10);
    private static final List<Integer> ALL = IntStream.range(0, 250).boxed().toList();

    private final List<Integer> atN1 = new ArrayList<>();
    private final List<Integer> atN2 = new ArrayList<>();
    private final List<Duration> took = new ArrayList<>();

    private Cluster cluster() {
        return Runs.cluster(2, () -> {
            int[] next = {0};
            return new Programmed()
                    .starting(env -> env.setTimer(Alarm.TICK, EVERY))
                    .expiring((timeout, env) -> {
                        env.send(env.self().equals(N1) ? N2 : N1, new Ping(next[0]++));
                        if (next[0] < ALL.size()) {
                            env.setTimer(Alarm.TICK, EVERY);
                        }
                    })
                    .receiving((from, message, env) -> {
                        if (message instanceof Ping ping) {
                            (env.self().equals(N1) ? atN1 : atN2).add(ping.number());
                            took.add(env.uptime().minus(EVERY.multipliedBy(ping.number() + 1L)));
                        }
                    });
        });
    }

    private static PlannedFault disturbed(Disturbance disturbance) {
        return Runs.fault(995, 1495, injector -> injector.disturb(disturbance), injector -> injector.calm(disturbance));
    }

    /** The numbers sent while the network was disturbed. */
    private static boolean isInside(int number) {
        return number >= 99 && number < 149;
    }

    private static List<Integer> outside(List<Integer> numbers) {
        return numbers.stream().filter(number -> !isInside(number)).toList();
    }

    @Test
    void deliversEverythingOnceWhileUndisturbed() {
        Runs.run(cluster(), 1);
        assertThat(atN1).isEqualTo(ALL);
        assertThat(atN2).isEqualTo(ALL);
    }

    @Test
    void losesMessagesOnlyWhileDisturbed() {
        Runs.run(cluster(), 1, disturbed(new Loss(0.5)));
        assertThat(outside(atN2)).isEqualTo(outside(ALL));
        assertThat(atN2.stream().filter(NetworkTest::isInside).count()).isBetween(10L, 40L);
        assertThat(atN2).doesNotHaveDuplicates();
    }

    @Test
    void duplicatesMessagesOnlyWhileDisturbed() {
        Runs.run(cluster(), 1, disturbed(new Duplication(0.5)));
        assertThat(outside(atN2)).isEqualTo(outside(ALL));
        assertThat(atN2.stream().filter(NetworkTest::isInside).count()).isBetween(60L, 90L);
        assertThat(atN2).containsAll(ALL);
    }

    @Test
    void reordersMessagesOnlyWhileDisturbed() {
        Runs.run(cluster(), 1, disturbed(new Delay(Duration.ofMillis(400))));
        assertThat(outside(atN2)).isEqualTo(outside(ALL));
        assertThat(atN2.stream().filter(NetworkTest::isInside).toList())
                .isNotEqualTo(ALL.subList(99, 149))
                .containsExactlyInAnyOrderElementsOf(ALL.subList(99, 149));
    }

    @Test
    void latencyMakesMessagesLateAndKeepsTheirOrder() {
        Runs.run(cluster(), 1, disturbed(new Latency(Duration.ofMillis(100), Duration.ofMillis(300))));
        assertThat(atN1).isEqualTo(ALL);
        assertThat(atN2).isEqualTo(ALL);
        assertThat(took.stream().filter(time -> time.compareTo(Duration.ofMillis(100)) >= 0))
                .as("those sent meanwhile on both links, and those that had to wait behind them")
                .hasSizeBetween(100, 160);
        assertThat(took).allMatch(time -> time.compareTo(Duration.ofMillis(305)) <= 0);
        assertThat(took.stream().filter(time -> time.compareTo(Duration.ofMillis(290)) >= 0))
                .isNotEmpty();
        assertThat(took.stream().filter(time -> time.compareTo(Duration.ofMillis(5)) <= 0))
                .as("those sent before and after")
                .hasSizeBetween(300, 400);
    }

    @Test
    void latenciesAddUp() {
        Latency latency = new Latency(Duration.ofMillis(100), Duration.ofMillis(100));
        Runs.run(cluster(), 1, disturbed(latency), disturbed(latency));
        assertThat(took.stream().filter(time -> time.compareTo(Duration.ofMillis(200)) >= 0))
                .hasSizeBetween(100, 102);
    }

    @Test
    void losesNothingBeforeAnInnerDisturbanceEndsTheOuterOne() {
        Disturbance everything = new Loss(1);
        Runs.run(
                cluster(),
                1,
                disturbed(everything),
                Runs.fault(1195, 1295, it -> it.disturb(everything), it -> it.calm(everything)));
        assertThat(atN2).isEqualTo(outside(ALL));
    }

    @Test
    void cutsOneDirectionOnly() {
        Runs.run(cluster(), 1, Runs.fault(995, 1495, it -> it.cut(N1, N2), it -> it.mend(N1, N2)));
        assertThat(atN2).isEqualTo(outside(ALL));
        assertThat(atN1).isEqualTo(ALL);
    }

    @Test
    void mendsALinkWhenEveryCutIsUndone() {
        Runs.run(
                cluster(),
                1,
                Runs.fault(995, 1295, it -> it.cut(N1, N2), it -> it.mend(N1, N2)),
                Runs.fault(1195, 1495, it -> it.cut(N1, N2), it -> it.mend(N1, N2)));
        assertThat(atN2).isEqualTo(outside(ALL));
    }
}
