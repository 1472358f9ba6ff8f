package dev.faultline.targets.runner;

import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.HolderState;
import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Storage;
import dev.faultline.harness.node.Timeout;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.harness.wire.WireFormat;
import dev.faultline.targets.runner.ControlMessage.Die;
import dev.faultline.targets.runner.ControlMessage.HandlerFailed;
import dev.faultline.targets.runner.ControlMessage.NodeState;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;
import dev.faultline.targets.runner.ControlMessage.Ping;
import dev.faultline.targets.runner.ControlMessage.Pong;
import dev.faultline.targets.runner.ControlMessage.ShowStates;
import dev.faultline.targets.runner.ControlMessage.Skew;
import dev.faultline.targets.runner.ControlMessage.Skewed;
import dev.faultline.targets.runner.ControlMessage.Stop;
import dev.faultline.targets.runner.ControlMessage.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A node and its environment, in the thread of its event loop. It starts when the harness first looks at it, or by itself. */
final class RunningNode implements Environment<Message> {
    private static final int KILLED = 137;

    private final Launch launch;
    private final Members members;
    private final Network network;
    private final NodeLog log;
    private final Ending ending;
    private final EventLoop loop = new EventLoop(this::expire);
    private final NodeClock clock = new NodeClock();
    private final RandomGenerator random;
    private final RecordCodec codec;
    private final FileStorage storage;
    private final Node<Message> node;
    private final Originals originals = new Originals();
    private final Map<String, Long> sentByType = new TreeMap<>();
    private final Map<NodeId, Long> sentTo = new TreeMap<>();
    private final List<Runnable> early = new ArrayList<>();
    private boolean started;
    private long steps;
    private int effectsLeft;
    private double keptUnsynced;
    private NodeStatus shown;
    private boolean showsStates;
    private String shownState;

    /** Ends the program. */
    interface Ending {
        void now(int exitCode);

        /** As in a power failure. */
        void abruptly(int exitCode);
    }

    RunningNode(Launch launch, WireFormat wire, Network network, NodeLog log, Ending ending) throws IOException {
        this.launch = launch;
        this.members = new Members(launch.roles());
        this.network = network;
        this.log = log;
        this.ending = ending;
        this.random = Seeds.random(launch.seed(), launch.node() + " boot " + launch.boot());
        Role role = members.roleOf(launch.node());
        this.node = role.boot();
        this.codec = new RecordCodec(wire, role.program().getClass().getClassLoader());
        this.storage = new FileStorage(Path.of(launch.storage()), codec, this::effect);
    }

    void run() throws InterruptedException {
        loop.run();
    }

    /** Starts although no harness looks. From any thread. */
    void startByItself() {
        loop.post(this::start);
    }

    /** Something has arrived. From any thread. */
    void arrived(NodeId from, Message message) {
        loop.post(() -> receive(from, message));
    }

    private void receive(NodeId from, Message message) {
        if (message instanceof ControlMessage control) {
            obey(control);
        } else if (started) {
            handle(() -> node.onMessage(from, message, this));
        } else {
            early.add(() -> receive(from, message));
        }
    }

    private void obey(ControlMessage control) {
        if (control instanceof Watch) {
            start();
            show(status());
        } else if (control instanceof Ping) {
            network.send(ControlMessage.HARNESS, new Pong());
        } else if (control instanceof ShowStates) {
            showsStates = true;
        } else if (control instanceof Skew skew) {
            clock.skew(skew.offsetNanos(), skew.rate());
            network.send(ControlMessage.HARNESS, new Skewed());
        } else if (control instanceof Die die) {
            condemn(die);
        } else if (control instanceof Stop) {
            log.info("stop", "asked to");
            ending.now(0);
        }
    }

    private void start() {
        if (!started) {
            started = true;
            log.info("start", "boot " + launch.boot());
            handle(() -> node.onStart(this));
            early.forEach(Runnable::run);
            early.clear();
        }
    }

    private void condemn(Die die) {
        keptUnsynced = die.kept();
        if (die.afterEffects() == 0) {
            die();
        }
        effectsLeft = die.afterEffects();
    }

    private void die() {
        storage.loseCache(keptUnsynced);
        ending.abruptly(KILLED);
    }

    /** Called before every effect. */
    private void effect() {
        if (effectsLeft > 0 && --effectsLeft == 0) {
            die();
        }
    }

    private void expire(Timeout timeout) {
        handle(() -> node.onTimeout(timeout, this));
    }

    private void handle(Runnable handler) {
        steps++;
        try {
            handler.run();
        } catch (RuntimeException thrown) {
            fail(thrown);
            return;
        }
        NodeStatus status = status();
        if (shown != null && differs(status, shown)) {
            show(status);
        }
        if (showsStates) {
            showState(node.state());
        }
    }

    private void showState(Record state) {
        String json = codec.write(state);
        if (!json.equals(shownState)) {
            shownState = json;
            network.send(ControlMessage.HARNESS, new NodeState(state.getClass().getName(), json));
        }
    }

    private static boolean differs(NodeStatus a, NodeStatus b) {
        return a.leader() != b.leader() || a.term() != b.term() || a.holder() != b.holder();
    }

    private void fail(RuntimeException thrown) {
        log.error("handler-failed", thrown);
        StackTraceElement[] stack = thrown.getStackTrace();
        String where = stack.length == 0 ? "" : " at " + stack[0];
        network.send(ControlMessage.HARNESS, new HandlerFailed(launch.node() + " threw " + thrown + where + "."));
        ending.now(NodeMain.HANDLER_FAILED);
    }

    private NodeStatus status() {
        Record state = node.state();
        boolean leads = state instanceof LeaderState leader && leader.isLeader();
        long term = state instanceof LeaderState leader ? leader.term() : 0;
        boolean holds = state instanceof HolderState holder && holder.isHolder();
        return new NodeStatus(leads, term, holds, steps, Map.copyOf(sentByType), Map.copyOf(sentTo));
    }

    private void show(NodeStatus status) {
        shown = status;
        network.send(ControlMessage.HARNESS, status);
    }

    @Override
    public NodeId self() {
        return launch.node();
    }

    @Override
    public Set<NodeId> members() {
        return members.all();
    }

    @Override
    public Set<NodeId> members(String role) {
        return members.of(role);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(clock.elapsed());
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void send(NodeId to, Message message) {
        effect();
        if (to.equals(self())) {
            arrived(to, message);
            return;
        }
        if (!to.isClient()) {
            originals.original(message).ifPresent(counted -> {
                sentByType.merge(counted.getClass().getSimpleName(), 1L, Long::sum);
                sentTo.merge(to, 1L, Long::sum);
            });
        }
        network.send(to, message);
    }

    @Override
    public void setTimer(Timeout timeout, Duration after) {
        loop.set(timeout, clock.trueNanos(after));
    }

    @Override
    public void cancelTimer(Timeout timeout) {
        loop.cancel(timeout);
    }
}
