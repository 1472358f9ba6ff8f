package dev.faultline.targets.stdio;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.record.LiveTrace;
import dev.faultline.harness.runtime.Interruption;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.live.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs programs under a workload and faults: boots the nodes, lets clients work while faults strike, gives everybody time to recover,
 * asks for the last time, and judges. Everything but the judgement happens in the loop's thread.
 */
final class ProgramRun implements Client.Site, AutoCloseable {
    private static final Duration BOOT = Duration.ofMinutes(1);
    private static final Duration LAST_READS = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private final Plan plan;
    private final Consumer<String> out;
    private final Workload workload;
    private final MessageLog messages;
    private final Recorder recorder;
    private final Progress progress;
    private final Loop loop = new Loop("faultline-stdio");
    private final Mistakes mistakes;
    private final Router router;
    private final ProgramCluster cluster;
    private final ProgramNemesis nemesis;
    private final Clients clients;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean ready;

    private ProgramRun(Plan plan, LiveTrace trace, Consumer<String> out) throws IOException {
        this.plan = plan;
        this.out = out;
        this.workload = Workloads.named(plan.workload(), plan.level());
        this.mistakes = new Mistakes(this::heard);
        this.messages = new MessageLog(plan.directory(), loop::now);
        this.recorder = new Recorder(trace, loop::now);
        this.progress = new Progress(out);
        this.cluster = new ProgramCluster(
                plan.command(),
                plan.nodes(),
                workload.opening(plan.nodes()),
                trace.nodeLogs().orElseThrow(),
                loop,
                mistakes,
                messages,
                this::route,
                over::countDown);
        Network network = new Network(Seeds.random(plan.seed(), "network"), plan.latency());
        this.router = new Router(
                loop, network, Service.all(Seeds.random(plan.seed(), "services")), mistakes, messages, cluster);
        this.clients = new Clients(plan, workload, loop, this);
        this.nemesis = new ProgramNemesis(plan, loop, new ProgramFaults(cluster, network), this::record);
    }

    /**
     * Runs a plan; Ctrl-C ends it early, with every program.
     *
     * @param out told what happens, in sentences, from any thread
     * @throws ProgramUnusable when the program cannot be run as a node
     * @throws UncheckedIOException when the run cannot be recorded
     */
    static Outcome of(Plan plan, Consumer<String> out) {
        try {
            RunFiles.clear(plan.directory());
            try (LiveTrace trace = LiveTrace.in(plan.directory());
                    ProgramRun run = new ProgramRun(plan, trace, out)) {
                return run.outcome();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Outcome outcome() {
        Interruption interruption = Interruption.answeredBy(this::interrupted);
        try {
            loop.begin(System.nanoTime());
            loop.soon(this::boot);
            await();
            long end = loop.now();
            stop();
            interruption.over();
            requireSound();
            History history = recorder.history();
            progress.now(() -> "Judging " + history.operations().size() + " operations.");
            return new Outcome(
                    history,
                    new Judgement(workload, mistakes, cluster.isOverrun()).of(history),
                    end,
                    nemesis.over(),
                    nemesis.struck(),
                    messages.steps(),
                    messages.counts());
        } finally {
            stop();
            interruption.over();
        }
    }

    private void interrupted() {
        out.accept("Interrupted, so nothing was judged. The history so far: " + plan.directory());
        stop();
    }

    private void stop() {
        loop.close();
        cluster.close();
    }

    @Override
    public void close() throws IOException {
        progress.close();
        messages.close();
    }

    private void requireSound() {
        if (loop.failure() != null) {
            throw loop.failure();
        }
        if (!ready) {
            throw new ProgramUnusable(mistakes.first().orElse("Not every node booted.")
                    + " That was before the cluster was ready, so nothing was judged. A program answers init with init_ok, prints"
                    + " nothing but messages on its standard output, and runs until it is killed. Logs: "
                    + plan.directory().resolve("nodes"));
        }
    }

    private void await() {
        long most = BOOT.multipliedBy(2)
                .plus(plan.time())
                .plus(plan.settle())
                .plus(LAST_READS)
                .plus(MARGIN)
                .toNanos();
        try {
            while (!over.await(LOOK_NANOS, TimeUnit.NANOSECONDS) && loop.failure() == null && loop.now() < most) {
                // The run goes on.
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void boot() {
        cluster.names().forEach(cluster::start);
        whenReady(loop.now() + BOOT.toNanos());
    }

    private void whenReady(long deadline) {
        List<String> booting = cluster.booting();
        String late = String.join(", ", booting) + (booting.size() == 1 ? " has" : " have") + " not answered init";
        progress.now(() -> "Booting: " + late + " yet.");
        if (mistakes.first().isPresent()) {
            over.countDown();
        } else if (booting.isEmpty()) {
            ready = true;
            work(loop.now());
        } else if (loop.now() > deadline) {
            mistakes.add(late + " within " + BOOT.toSeconds() + " s.");
            over.countDown();
        } else {
            loop.at(loop.now() + LOOK_NANOS, () -> whenReady(deadline));
        }
    }

    private void work(long start) {
        clients.listenAt(router);
        nemesis.begin(start);
        long until = start + plan.time().toNanos();
        progress.now(() -> TimeUnit.NANOSECONDS.toSeconds(loop.now() - start) + " of "
                + plan.time().toSeconds() + " s: " + recorder.counts() + ", " + nemesis.struck() + " faults.");
        clients.work(start, until, () -> loop.at(until, () -> rest(loop.now() + BOOT.toNanos())));
    }

    /** Faults are over; restarted nodes get ready, and everybody has some time. */
    private void rest(long deadline) {
        progress.now(() -> "The clients have stopped. Nodes may take up to "
                + plan.settle().toSeconds() + " s to agree.");
        if (!cluster.booting().isEmpty() && loop.now() < deadline) {
            loop.at(loop.now() + LOOK_NANOS, () -> rest(deadline));
            return;
        }
        long settled = loop.now() + plan.settle().toNanos();
        clients.settle(settled, () -> finish(settled));
    }

    private void finish(long settled) {
        long until = Math.max(settled, loop.now() + LAST_READS.toNanos());
        clients.finish(settled, until, over::countDown);
    }

    private void heard(String mistake) {
        if (ready) {
            out.accept("  " + mistake);
        }
    }

    private void route(Packet packet) {
        router.route(packet);
    }

    @Override
    public boolean send(Packet packet) {
        return router.ask(packet);
    }

    private void record(String fault, List<?> hit) {
        messages.fault(fault, hit);
        recorder.record(EventType.INFO, Event.NEMESIS, fault, hit, null, null);
    }

    @Override
    public void record(EventType type, int process, String f, Object value, Object error, String node) {
        recorder.record(type, process, f, value, error, node);
    }

    @Override
    public void mistake(String explanation) {
        mistakes.add(explanation);
    }
}
