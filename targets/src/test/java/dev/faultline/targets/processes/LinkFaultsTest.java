package dev.faultline.targets.processes;

import static dev.faultline.targets.live.Correspondence.N1;
import static dev.faultline.targets.live.Correspondence.N2;
import static dev.faultline.targets.live.Correspondence.answer;
import static dev.faultline.targets.live.Correspondence.first;
import static dev.faultline.targets.live.Correspondence.heardBefore;
import static dev.faultline.targets.live.Correspondence.notedBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbance.Bandwidth;
import dev.faultline.harness.fault.Disturbance.ConnectionReset;
import dev.faultline.harness.fault.Disturbance.HalfOpen;
import dev.faultline.harness.fault.Disturbance.Latency;
import dev.faultline.harness.fault.Disturbance.SlowClose;
import dev.faultline.harness.record.LiveTrace;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.targets.live.Correspondence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the faults of links do to nodes, through the embedded Toxiproxy and through the real one. */
class LinkFaultsTest {
    /** A note on its way is longer, in bytes. */
    private static final int SHORTEST_NOTE = 50;

    @TempDir
    private Path directory;

    enum Kind {
        EMBEDDED,
        REAL;

        NodeRuntime runtime() {
            NodeRuntime runtime = this == REAL ? new ToxiproxyProcesses() : new EmbeddedProcesses();
            assumeThat(runtime.unavailable()).isEmpty();
            return runtime;
        }
    }

    private static Correspondence disturbed(Disturbance disturbance, int from, int until) {
        return new Correspondence()
                .fault(
                        "disturbed",
                        from,
                        until,
                        injector -> injector.disturb(disturbance),
                        injector -> injector.calm(disturbance));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void underLatencyWhatIsSentIsHeardLater(Kind kind) {
        Run run = disturbed(new Latency(Duration.ofMillis(500), Duration.ofMillis(700)), 200, 2_000)
                .note(10, 500, 20)
                .listen(500, 2_000)
                .note(10, 2_300, 10)
                .hear(3_300)
                .run(kind.runtime(), 2_000, Trace.NONE);
        assertThat(heardBefore(run, first(run, EventType.INVOKE, "note").plusMillis(500)))
                .isZero();
        assertThat(heardBefore(run, Duration.ofSeconds(2))).isPositive();
        assertThat(answer(run, "heard")).isEqualTo(20L);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeathUnderLatencyHoldsUpNobody(Kind kind) {
        Run run = disturbed(new Latency(Duration.ofMillis(500), Duration.ofMillis(700)), 200, 1_101)
                .fault("restart", 1_100, 1_300, injector -> injector.crash(N2, 0, 0), injector -> injector.start(N2))
                .note(60, 400, 10)
                .note(10, 3_300, 10)
                .listen(500, 2_000)
                .hear(4_300)
                .run(kind.runtime(), 2_000, Trace.NONE);
        assertThat(run.faultsOver()).isLessThan(Duration.ofSeconds(5));
        assertThat((Long) answer(run, "heard")).isGreaterThanOrEqualTo(10L);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aBurstTakesAsLongOverANarrowLinkAsItsRateSays(Kind kind) {
        int notes = 60;
        Run run = disturbed(new Bandwidth(2), 200, 4_000)
                .note(notes, 400, 0)
                .listen(400, 4_000)
                .hear(4_500)
                .run(kind.runtime(), 4_000, Trace.NONE);
        Duration needed = Duration.ofMillis(notes * SHORTEST_NOTE / 2);
        assertThat(heardBefore(run, first(run, EventType.INVOKE, "note").plus(needed)))
                .isBetween(1L, notes - 1L);
        assertThat(answer(run, "heard")).isEqualTo(60L);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsSentWhileConnectionsAreResetIsHeardLaterOrNever(Kind kind) throws IOException {
        List<Instant> inForce = new ArrayList<>();
        try (LiveTrace trace = LiveTrace.in(directory)) {
            Run run = new Correspondence()
                    .fault(
                            "reset",
                            1_000,
                            1_400,
                            injector -> {
                                inForce.add(Instant.now());
                                injector.disturb(new ConnectionReset());
                            },
                            injector -> {
                                inForce.add(Instant.now());
                                injector.calm(new ConnectionReset());
                            })
                    .note(60, 500, 20)
                    .listen(500, 2_000)
                    .note(10, 2_300, 10)
                    .hear(3_300)
                    .run(kind.runtime(), 2_000, trace);
            long sentBefore = notedBefore(run, first(run, EventType.INFO, "reset"));
            assertThat(heardBefore(run, Duration.ofMillis(1_400))).isPositive().isLessThanOrEqualTo(sentBefore);
            assertThat(sentBefore).isLessThan(notedBefore(run, Duration.ofMillis(1_400)));
            assertThat((Long) answer(run, "heard")).isBetween(sentBefore + 10, 69L);
        }
        assertThat(linkDowns().stream().filter(down -> down.isAfter(inForce.get(0))))
                .anyMatch(down -> down.isBefore(inForce.get(1)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void afterAResetConnectionsComeBackSoon(Kind kind) {
        Correspondence correspondence = new Correspondence();
        for (int pulse = 0; pulse < 3; pulse++) {
            correspondence.fault(
                    "reset",
                    500 + 600 * pulse,
                    700 + 600 * pulse,
                    injector -> injector.disturb(new ConnectionReset()),
                    injector -> injector.calm(new ConnectionReset()));
        }
        Run run = correspondence.note(80, 300, 25).listen(300, 2_300).run(kind.runtime(), 2_300, Trace.NONE);
        long atFirst = heardBefore(run, Duration.ofMillis(700));
        long atLast = heardBefore(run, Duration.ofMillis(1_700));
        assertThat(atLast).as("heard between the pulses").isGreaterThan(atFirst);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void underSlowCloseANodeSendsToTheDeadAndDoesNotFindTheirSuccessors(Kind kind) {
        Run run = disturbed(new SlowClose(Duration.ofSeconds(20)), 100, 3_000)
                .fault("restart", 300, 600, injector -> injector.crash(N2, 0, 0), injector -> injector.start(N2))
                .note(5, 200, 0)
                .note(10, 2_000, 10)
                .note(7, 3_600, 10)
                .hear(4_600)
                .run(kind.runtime(), 3_000, Trace.NONE);
        assertThat(answer(run, "heard"))
                .as("since n2 has booted, only what came when all was over")
                .isEqualTo(7L);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onAHalfOpenConnectionNothingIsHeardAndTheSenderDoesNotKnow(Kind kind) throws IOException {
        List<Instant> inForce = new ArrayList<>();
        try (LiveTrace trace = LiveTrace.in(directory)) {
            Run run = new Correspondence()
                    .fault(
                            "half-open",
                            1_000,
                            2_000,
                            injector -> {
                                inForce.add(Instant.now());
                                injector.disturb(new HalfOpen(N2));
                            },
                            injector -> {
                                inForce.add(Instant.now());
                                injector.calm(new HalfOpen(N2));
                            })
                    .note(5, 100, 0)
                    .note(10, 1_500, 10)
                    .note(7, 2_600, 10)
                    .hear(3_600)
                    .run(kind.runtime(), 2_000, trace);
            assertThat(answer(run, "heard")).isEqualTo(12L);
        }
        assertThat(linkDowns().stream().filter(down -> down.isAfter(inForce.get(0))))
                .as("the sender learns of it when it is over")
                .isNotEmpty()
                .noneMatch(down -> down.isBefore(inForce.get(1)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void besideHalfOpenConnectionsNewOnesWork(Kind kind) {
        Run run = afterARestart()
                .faultForGood("half-open", 200, injector -> injector.disturb(new HalfOpen(N2)))
                .run(kind.runtime(), 1_000, Trace.NONE);
        assertThat(answer(run, "heard")).isEqualTo(10L);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void throughACutNewConnectionsDoNotWorkEither(Kind kind) {
        Run run = afterARestart()
                .faultForGood("cut", 200, injector -> injector.cut(N1, N2))
                .run(kind.runtime(), 1_000, Trace.NONE);
        assertThat(answer(run, "heard")).isEqualTo(0L);
    }

    /** The sender boots again, and sends then. */
    private static Correspondence afterARestart() {
        return new Correspondence()
                .fault("restart", 400, 700, injector -> injector.crash(N1, 0, 0), injector -> injector.start(N1))
                .note(10, 1_300, 10)
                .hear(2_800);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void afterEveryDisturbanceAtOnceLinksCarryAgain(Kind kind) {
        List<Disturbance> all = List.of(
                new Latency(Duration.ofMillis(100), Duration.ofMillis(300)),
                new Bandwidth(4),
                new HalfOpen(N1),
                new SlowClose(Duration.ofSeconds(1)),
                new ConnectionReset(),
                new HalfOpen(N2));
        Correspondence correspondence = new Correspondence();
        for (int i = 0; i < all.size(); i++) {
            Disturbance each = all.get(i);
            correspondence.fault(
                    "disturbed",
                    200 + 100 * i,
                    1_500 + 150 * i,
                    injector -> injector.disturb(each),
                    injector -> injector.calm(each));
        }
        Run run = correspondence
                .fault("cut", 700, 2_000, injector -> injector.cut(N1, N2), injector -> injector.mend(N1, N2))
                .note(100, 100, 20)
                .hear(4_000)
                .note(10, 4_200, 10)
                .hear(5_200)
                .run(kind.runtime(), 2_500, Trace.NONE);
        long before = heardBefore(run, first(run, EventType.OK, "heard").plusNanos(1));
        assertThat(answer(run, "heard")).isEqualTo(before + 10);
    }

    /** When the link from n1 to n2 was down, by the log of n1. */
    private List<Instant> linkDowns() throws IOException {
        return Files.readAllLines(directory.resolve("nodes").resolve("n1.log")).stream()
                .filter(line -> line.contains(" link-down n2 "))
                .map(line -> Instant.parse(line.substring(0, line.indexOf(' '))))
                .toList();
    }
}
