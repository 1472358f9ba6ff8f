package dev.faultline.targets.simulation;

import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Storage;
import dev.faultline.harness.node.Timeout;
import dev.faultline.harness.scenario.Seeds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One place in the cluster: the node that runs there now, if any, and what its successors inherit. */
final class SimulatedNode implements Environment<Message> {
    final NodeId id;
    final int index;
    final SimulatedClock clock;
    final SimulatedStorage storage;
    private final Simulation simulation;
    private final Role role;
    private final Map<Timeout, Timer> timers = new HashMap<>();
    private final List<Runnable> backlog = new ArrayList<>();
    private Node<Message> node;
    private RandomGenerator random;
    private int boots;
    private long bootedAt;
    private int pauses;
    private int effectsLeft;
    private double keptUnsynced;

    /** A timer that is set. Setting it again for later only moves {@link #due}. */
    private final class Timer extends Event {
        private final Timeout timeout;
        private long due;
        private boolean cancelled;

        Timer(Timeout timeout) {
            this.timeout = timeout;
        }

        @Override
        void happen() {
            if (cancelled) {
                return;
            }
            if (due > time) {
                simulation.queue.add(this, due);
            } else if (isPaused()) {
                backlog.add(this::happen);
            } else {
                timers.remove(timeout);
                expire(timeout);
            }
        }
    }

    SimulatedNode(NodeId id, int index, Role role, Simulation simulation) {
        this.id = id;
        this.index = index;
        this.role = role;
        this.simulation = simulation;
        this.clock = new SimulatedClock(simulation::now);
        this.storage = new SimulatedStorage(this::effect);
    }

    boolean isUp() {
        return node != null;
    }

    boolean isPaused() {
        return pauses > 0;
    }

    Record state() {
        return node.state();
    }

    void boot() {
        if (isUp()) {
            return;
        }
        boots++;
        node = role.boot();
        random = Seeds.random(simulation.seed, id.name() + " boot " + boots);
        bootedAt = clock.elapsed();
        effectsLeft = 0;
        simulation.trace("start", this, null, 0, null);
        handle(() -> node.onStart(this));
    }

    /** Dies at once, or before the {@code effects}-th effect from now. */
    void crash(int effects, double kept) {
        keptUnsynced = kept;
        if (effects == 0) {
            die();
        } else {
            effectsLeft = effects;
        }
    }

    /** Dies if it was going to die before one of its next effects. */
    void dieIfCondemned() {
        if (effectsLeft > 0) {
            dieLate();
        }
    }

    /** The history needs this moment: since the fault struck, the node may have granted something that dies only now. */
    private void dieLate() {
        die();
        simulation.fault("crash", List.of(id.name()));
    }

    void die() {
        if (!isUp()) {
            return;
        }
        simulation.trace("crash", this, null, 0, null);
        node = null;
        pauses = 0;
        effectsLeft = 0;
        timers.values().forEach(timer -> timer.cancelled = true);
        timers.clear();
        backlog.clear();
        storage.crash(keptUnsynced);
        simulation.crashed(this);
    }

    void pause() {
        if (isUp()) {
            pauses++;
            simulation.trace("pause", this, null, 0, null);
        }
    }

    void resume() {
        if (pauses == 0 || --pauses > 0) {
            return;
        }
        simulation.trace("resume", this, null, 0, null);
        List<Runnable> missed = new ArrayList<>(backlog);
        backlog.clear();
        missed.forEach(Runnable::run);
    }

    void receive(NodeId from, Message message, long number) {
        if (!isUp()) {
            simulation.trace("drop", this, from, number, message);
        } else if (isPaused()) {
            backlog.add(() -> receive(from, message, number));
        } else {
            simulation.delivered(this, from, message, number);
            handle(() -> node.onMessage(from, message, this));
        }
    }

    /** Whether this timer is set. */
    boolean isSet(Timeout timeout) {
        return timers.containsKey(timeout);
    }

    /** Lets a timer expire now, whenever it is due. */
    void expireNow(Timeout timeout) {
        timers.remove(timeout).cancelled = true;
        expire(timeout);
    }

    private void expire(Timeout timeout) {
        simulation.trace("timeout", this, null, 0, timeout);
        handle(() -> node.onTimeout(timeout, this));
    }

    private void handle(Runnable handler) {
        try {
            handler.run();
        } catch (CrashSignal signal) {
            dieLate();
            return;
        } catch (RuntimeException thrown) {
            simulation.failed(this, thrown);
            return;
        }
        simulation.handled(this);
    }

    /** Called before every effect. */
    private void effect() {
        if (effectsLeft > 0 && --effectsLeft == 0) {
            throw new CrashSignal();
        }
    }

    @Override
    public NodeId self() {
        return id;
    }

    @Override
    public Set<NodeId> members() {
        return simulation.members;
    }

    @Override
    public Set<NodeId> members(String roleName) {
        return simulation.members(roleName);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(clock.elapsed() - bootedAt);
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
        simulation.send(this, to, message);
    }

    @Override
    public void setTimer(Timeout timeout, Duration after) {
        long due = simulation.now() + clock.trueNanos(after);
        Timer timer = timers.get(timeout);
        if (timer == null || due < timer.time) {
            cancelTimer(timeout);
            timer = new Timer(timeout);
            timers.put(timeout, timer);
            simulation.queue.add(timer, due);
        }
        timer.due = due;
    }

    @Override
    public void cancelTimer(Timeout timeout) {
        Timer timer = timers.remove(timeout);
        if (timer != null) {
            timer.cancelled = true;
        }
    }
}
