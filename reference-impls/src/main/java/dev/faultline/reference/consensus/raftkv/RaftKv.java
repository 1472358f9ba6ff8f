package dev.faultline.reference.consensus.raftkv;

import static dev.faultline.harness.cluster.Role.role;

import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.model.Models;
import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.property.StateProperty;
import dev.faultline.harness.workload.Invocation;
import java.util.List;

/** A key-value store replicated by Raft: its cluster, its properties and its measures. */
public final class RaftKv {
    /** The name of the only role. */
    public static final String SERVER = "server";

    static final int SNAPSHOT_EVERY = 20;

    private RaftKv() {}

    /** Servers that take a snapshot every 20 entries, and clients that look for the leader. */
    public static Cluster cluster(int servers) {
        return cluster(servers, SNAPSHOT_EVERY);
    }

    /** Servers that take a snapshot whenever they have applied so many entries. */
    public static Cluster cluster(int servers, int snapshotEvery) {
        return Cluster.of(role(SERVER, servers, () -> new RaftKvNode(snapshotEvery)))
                .requests(RaftKv::request)
                .clients(Clients.roaming(SERVER));
    }

    private static RaftKvMessage request(Invocation invocation) {
        long msgId = invocation.msgId();
        return switch (invocation.f()) {
            case "read" -> new RaftKvMessage.Read(msgId, key(invocation));
            case "write" -> new RaftKvMessage.Write(msgId, key(invocation), number(argument(invocation)));
            case "cas" -> compareAndSet(msgId, key(invocation), (List<?>) argument(invocation));
            case "add" -> new RaftKvMessage.AddServer(msgId, new NodeId((String) invocation.value()));
            case "remove" -> new RaftKvMessage.RemoveServer(msgId, new NodeId((String) invocation.value()));
            default ->
                throw new IllegalArgumentException("The store has no operation :" + invocation.f()
                        + ", so clients cannot ask for it. Use a workload of read, write, cas, add and remove.");
        };
    }

    private static RaftKvMessage compareAndSet(long msgId, String key, List<?> oldAndNew) {
        return new RaftKvMessage.CompareAndSet(msgId, key, number(oldAndNew.get(0)), number(oldAndNew.get(1)));
    }

    private static String key(Invocation invocation) {
        return (String) ((List<?>) invocation.value()).get(0);
    }

    private static Object argument(Invocation invocation) {
        return ((List<?>) invocation.value()).get(1);
    }

    private static Long number(Object value) {
        return ((Number) value).longValue();
    }

    /** The store behaves as if there were one copy of it; changes of membership are left out of the account. */
    public static Property linearizability() {
        return Properties.of(new StoreOperations(Linearizability.of(Models.keyValue())));
    }

    /** Figure 3: two logs with an entry of the same index and term are the same up to there. */
    public static Property logMatching() {
        return new StateProperty("log-matching", cluster -> new LogMatching());
    }

    /** Figure 3: what was committed in a term is in the logs of the leaders of all later terms. */
    public static Property leaderCompleteness() {
        return new StateProperty("leader-completeness", cluster -> new LeaderCompleteness());
    }

    /** Figure 3: no two servers apply different entries at one index. */
    public static Property stateMachineSafety() {
        return new StateProperty("state-machine-safety", cluster -> new StateMachineSafety());
    }
}
