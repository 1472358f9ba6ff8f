package dev.faultline.targets.live;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.fault.Machines;
import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Injects faults into a run on real nodes. Used by the run's nemesis thread, which waits for each fault to be in force.
 *
 * <p>A crash is recorded before the node is killed, and from then on nobody hears the node. Recorded later, it would let a lock's
 * dead holder seem to hold it still while somebody else already has it.
 */
final class LiveInjector implements FaultInjector {
    private final Cluster cluster;
    private final LiveNodes nodes;
    private final Site site;
    private final Links links;
    private final Pauses pauses = new Pauses();
    private final Set<NodeId> booting = ConcurrentHashMap.newKeySet();
    private final List<CompletableFuture<Void>> boots = new ArrayList<>();
    private final List<Runnable> whenRecorded = new ArrayList<>();
    private final List<Runnable> onceRecorded = new ArrayList<>();
    private Machines machines;

    LiveInjector(Cluster cluster, LiveNodes nodes, Site site, Links links) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.site = site;
        this.links = links;
    }

    @Override
    public List<NodeId> nodes() {
        return new ArrayList<>(cluster.nodes().keySet());
    }

    @Override
    public Set<NodeId> nodes(String role) {
        return cluster.members(role);
    }

    @Override
    public boolean isUp(NodeId node) {
        return nodes.node(node).isUp();
    }

    @Override
    public Optional<Record> state(NodeId node) {
        return nodes.node(node).state().map(Record.class::cast);
    }

    @Override
    public void crash(NodeId node, int afterEffects, double keptUnsynced) {
        if (!isUp(node)) {
            return;
        }
        boolean stoodStill = pauses.forget(node);
        if (afterEffects == 0 && keptUnsynced == 0) {
            whenRecorded.add(() -> nodes.lose(node));
        } else {
            onceRecorded.add(() -> nodes.condemn(node, afterEffects, keptUnsynced));
        }
        onceRecorded.add(() -> {
            site.kill(node);
            links.died(node);
        });
        if (stoodStill) {
            onceRecorded.add(() -> nodes.punctuality().release(node));
        }
    }

    /** Lets a node die of want. It could not while it is frozen. */
    private void starve(NodeId node, Runnable death) {
        if (!isUp(node)) {
            return;
        }
        whenRecorded.add(() -> nodes.lose(node));
        if (pauses.forget(node)) {
            onceRecorded.add(() -> site.resume(node));
            nodes.punctuality().release(node);
        }
        onceRecorded.add(death);
        onceRecorded.add(() -> links.died(node));
    }

    /** To be called in the loop, when the crashes of a strike are recorded. */
    void recorded() {
        whenRecorded.forEach(Runnable::run);
        whenRecorded.clear();
    }

    /** Kills whoever was to be killed by the strike that has been recorded. */
    void carryOut() {
        onceRecorded.forEach(Runnable::run);
        onceRecorded.clear();
    }

    @Override
    public void start(NodeId node) {
        if (!isUp(node) && booting.add(node)) {
            boots.add(Together.start(() -> {
                try {
                    nodes.boot(node);
                } finally {
                    booting.remove(node);
                }
            }));
        }
    }

    /** The boots that the end of a fault has begun. */
    CompletableFuture<Void> boots() {
        CompletableFuture<Void> all = CompletableFuture.allOf(boots.toArray(new CompletableFuture<?>[0]));
        boots.clear();
        return all;
    }

    @Override
    public void pause(NodeId node) {
        if (isUp(node) && pauses.begin(node)) {
            nodes.punctuality().hold(node);
            site.pause(node);
        }
    }

    @Override
    public void resume(NodeId node) {
        if (pauses.end(node)) {
            site.resume(node);
            nodes.punctuality().release(node);
        }
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        links.cut(from, to);
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        links.mend(from, to);
    }

    @Override
    public void disturb(Disturbance disturbance) {
        links.disturb(disturbance);
    }

    @Override
    public void calm(Disturbance disturbance) {
        links.calm(disturbance);
    }

    @Override
    public void skew(NodeId node, Duration offset, double rate) {
        nodes.skew(node, offset, rate);
    }

    @Override
    public Machines machines() {
        if (machines == null) {
            machines = new LiveMachines(site.machines(), this::starve, nodes.punctuality());
        }
        return machines;
    }
}
