package dev.faultline.harness.fault;

import dev.faultline.harness.node.HolderState;
import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Chooses the nodes that a fault hits, at the moment when it strikes. */
public interface Nodes {

    /** The chosen nodes, perhaps none. */
    List<NodeId> choose(FaultInjector injector, RandomGenerator random);

    /** Any one node that is up. */
    static Nodes one() {
        return (injector, random) -> some(up(injector), 1, random);
    }

    /** Any one up node of a role. */
    static Nodes oneOf(String role) {
        return (injector, random) ->
                some(injector.nodes(role).stream().filter(injector::isUp).toList(), 1, random);
    }

    /** Fewer than half of the nodes, at least one where the cluster has three. */
    static Nodes minority() {
        return (injector, random) -> {
            int most = (injector.nodes().size() - 1) / 2;
            return some(up(injector), most < 1 ? 0 : 1 + random.nextInt(most), random);
        };
    }

    /** More than half of the nodes. */
    static Nodes majority() {
        return (injector, random) -> some(up(injector), injector.nodes().size() / 2 + 1, random);
    }

    /** Every node that is up. */
    static Nodes everyone() {
        return (injector, random) -> up(injector);
    }

    /** The up node that believes to lead in the highest term; any one node while there is none. */
    static Nodes leader() {
        return (injector, random) -> up(injector).stream()
                .filter(node -> shows(injector, node, LeaderState.class, LeaderState::isLeader))
                .max(Comparator.comparingLong(node -> term(injector, node)))
                .map(List::of)
                .orElseGet(() -> one().choose(injector, random));
    }

    /** The up nodes that believe to hold the lock or token; none while there is no holder. */
    static Nodes holder() {
        return (injector, random) -> up(injector).stream()
                .filter(node -> shows(injector, node, HolderState.class, HolderState::isHolder))
                .toList();
    }

    /** The node with the highest id. */
    static Nodes highest() {
        return (injector, random) -> List.of(Collections.max(injector.nodes()));
    }

    static Nodes named(String... names) {
        List<NodeId> wanted = List.of(names).stream().map(NodeId::new).toList();
        return (injector, random) -> wanted;
    }

    private static List<NodeId> up(FaultInjector injector) {
        return injector.nodes().stream().filter(injector::isUp).toList();
    }

    private static List<NodeId> some(List<NodeId> nodes, int count, RandomGenerator random) {
        List<NodeId> pool = new ArrayList<>(nodes);
        List<NodeId> chosen = new ArrayList<>();
        while (chosen.size() < count && !pool.isEmpty()) {
            chosen.add(pool.remove(random.nextInt(pool.size())));
        }
        Collections.sort(chosen);
        return chosen;
    }

    private static long term(FaultInjector injector, NodeId node) {
        return ((LeaderState) injector.state(node).orElseThrow()).term();
    }

    private static <T> boolean shows(FaultInjector injector, NodeId node, Class<T> type, Predicate<T> is) {
        return injector.state(node)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(is)
                .isPresent();
    }
}
