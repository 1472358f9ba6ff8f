package dev.faultline.targets.stdio;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.fault.FaultSchedule;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.record.LiveTrace;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.live.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Runs programs under a workload and faults: boots the nodes, lets clients work while faults strike, leaves everybody alone for a
 * while, asks for the last time, and judges. Everything happens in the loop's thread.
 */
final class ProgramRun implements Client.Site {
    private static final Duration BOOT = Duration.ofMinutes(1);
    private static final long LOOK_NANOS = 20_000_000;
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Plan plan;
    private final Workload workload;
    private final LiveTrace trace;
    private final Loop loop = new Loop("faultline-stdio");
    private final ProgramCluster cluster;
    private final List<Client> clients = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private int open;
    private int faults;
    private long faultsOver;

    private ProgramRun(Plan plan, LiveTrace trace) {
        this.plan = plan;
        this.trace = trace;
        this.workload = Workloads.named(plan.workload());
        Network network = new Network(loop, Seeds.random(plan.seed(), "network"), plan.latency());
        this.cluster = new ProgramCluster(
                plan.command(),
                plan.nodes(),
                trace.nodeLogs().orElseThrow(),
                loop,
                network,
                Service.all(Seeds.random(plan.seed(), "services")));
    }

    /**
     * Runs a plan; Ctrl-C ends it early, with every program.
     *
     * @throws RuntimeException when the program cannot be started
     */
    static Outcome of(Plan plan) {
        try (LiveTrace trace = LiveTrace.in(plan.directory())) {
            return new ProgramRun(plan, trace).run();
        }
    }

    private Outcome run() {
        Thread ended = new Thread(cluster::close, "faultline-stdio-interrupted");
        Runtime.getRuntime().addShutdownHook(ended);
        try {
            loop.begin(System.nanoTime());
            loop.soon(this::boot);
            await();
            long end = loop.now();
            loop.close();
            if (loop.failure() != null) {
                throw loop.failure();
            }
            return judge(end);
        } finally {
            loop.close();
            cluster.close();
            forget(ended);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It has been called, and has done its work.
        }
    }

    private void await() {
        long most = BOOT.plus(plan.time()).plus(plan.quiet()).plus(MARGIN).toNanos();
        try {
            while (!over.await(LOOK_NANOS, TimeUnit.NANOSECONDS) && loop.failure() == null && loop.now() < most) {
                // The run goes on.
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void boot() {
        cluster.nodes().forEach(cluster::start);
        whenReady(loop.now() + BOOT.toNanos());
    }

    private void whenReady(long deadline) {
        if (cluster.isReady() && !cluster.nodes().stream().allMatch(cluster::isUp)) {
            over.countDown();
        } else if (cluster.isReady()) {
            open();
        } else if (loop.now() > deadline) {
            mistake("Not every node has answered init with init_ok within " + BOOT.toSeconds() + " s.");
            over.countDown();
        } else {
            loop.at(loop.now() + LOOK_NANOS, () -> whenReady(deadline));
        }
    }

    private void open() {
        List<String> names = cluster.nodes().stream().map(NodeId::name).toList();
        workload.opening(names)
                .ifPresent(body -> names.forEach(name ->
                        cluster.send(new Packet("c0", name, body.deepCopy().put("msg_id", 2)))));
        int count = Math.max(plan.concurrency(), plan.nodes());
        for (int number = 1; number <= count; number++) {
            Client client = new Client(
                    number,
                    names.get((number - 1) % names.size()),
                    count,
                    plan.timeout(),
                    workload,
                    loop,
                    Seeds.random(plan.seed(), "client " + number),
                    this);
            clients.add(client);
            cluster.addClient(client.id(), client::received);
        }
        work(loop.now());
    }

    private void work(long start) {
        schedule(start);
        long until = start + plan.time().toNanos();
        long interval = TimeUnit.SECONDS.toNanos(1) * plan.concurrency() / plan.rate();
        List<Client> working = clients.subList(0, plan.concurrency());
        each(working, (client, done) -> client.work(start, until, interval, done), () -> loop.at(until, this::rest));
    }

    /** Lets each client do something, and goes on when all are done. */
    private void each(List<Client> some, BiConsumer<Client, Runnable> what, Runnable then) {
        open = some.size();
        for (Client client : some) {
            what.accept(client, () -> {
                if (--open == 0) {
                    then.run();
                }
            });
        }
    }

    private void schedule(long start) {
        FaultSchedule schedule = FaultSchedule.empty(plan.nodes(), plan.time(), Seeds.random(plan.seed(), "faults"));
        plan.faults().forEach(fault -> fault.plan(schedule.with(Seeds.random(plan.seed(), "fault " + fault.name()))));
        for (PlannedFault fault : schedule.faults()) {
            loop.at(start + fault.at().toNanos(), () -> strike(fault, start));
        }
    }

    private void strike(PlannedFault fault, long start) {
        Strike strike = fault.action().strike(cluster, Seeds.random(plan.seed(), "strike " + fault.index()));
        if (strike.isVoid()) {
            return;
        }
        faults++;
        nemesis(strike.f(), strike.value());
        if (strike.endF() != null) {
            loop.at(start + fault.until().toNanos(), () -> {
                strike.end().run();
                faultsOver = loop.now();
                nemesis(strike.endF(), strike.value());
            });
        }
    }

    private void nemesis(String f, Object value) {
        record(EventType.INFO, Event.NEMESIS, f, value, null, null);
    }

    /** Faults are over; restarted nodes get ready, and everybody has some time. */
    private void rest() {
        if (!cluster.isReady() && loop.now() < faultsOver + BOOT.toNanos()) {
            loop.at(loop.now() + LOOK_NANOS, this::rest);
            return;
        }
        loop.at(
                loop.now() + plan.quiet().toNanos(),
                () -> each(clients.subList(0, clients.size()), Client::finish, over::countDown));
    }

    private Outcome judge(long end) {
        History history = History.of(events);
        Map<String, CheckResult> results = new LinkedHashMap<>();
        Checker checker = workload.checker();
        results.put(checker.name(), checker.check(history, Budget.standard()));
        mistakes.addAll(cluster.mistakes());
        results.put(
                "protocol",
                mistakes.isEmpty()
                        ? CheckResult.valid()
                        : CheckResult.invalid(mistakes.get(0) + more(mistakes.size()), List.of()));
        return new Outcome(history, results, end, faultsOver, faults, cluster.messages());
    }

    private static String more(int all) {
        return all == 1 ? "" : " And " + (all - 1) + " more like this.";
    }

    @Override
    public void send(Packet packet) {
        cluster.send(packet);
    }

    @Override
    public void record(EventType type, int process, String f, Object value, Object error, String node) {
        Event event = new Event(events.size(), loop.now(), type, process, f, value, error, node);
        events.add(event);
        trace.recorded(event);
    }

    @Override
    public void mistake(String explanation) {
        mistakes.add(explanation);
    }
}
