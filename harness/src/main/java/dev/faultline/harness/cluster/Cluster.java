package dev.faultline.harness.cluster;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.workload.Invocation;
import dev.faultline.harness.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The nodes of a system, by role, and how clients talk to them. Nodes are named {@code n1, n2, …} in the order of the roles.
 */
public final class Cluster {
    private final List<Role> roles;
    private final Function<Invocation, ? extends Message> requests;
    private final Clients clients;

    private Cluster(List<Role> roles, Function<Invocation, ? extends Message> requests, Clients clients) {
        this.roles = List.copyOf(roles);
        this.requests = requests;
        this.clients = clients;
    }

    /** A cluster of these roles. Clients are pinned to the nodes of the last role until {@link #clients} says otherwise. */
    public static Cluster of(Role... roles) {
        return new Cluster(
                List.of(roles),
                invocation -> {
                    throw new IllegalStateException("The cluster has no request for :" + invocation.f()
                            + ". A client cannot ask for it, so no operation can run. Call Cluster.requests(…).");
                },
                Clients.pinnedTo(roles[roles.length - 1].name()));
    }

    /** How an operation of the workload becomes a message. */
    public Cluster requests(Function<Invocation, ? extends Message> encoder) {
        return new Cluster(roles, encoder, clients);
    }

    /** Which nodes the clients talk to, and what they do without an answer. */
    public Cluster clients(Clients policy) {
        return new Cluster(roles, requests, policy);
    }

    /** The same cluster with another program in one role: how a seeded bug gets in. */
    public Cluster running(String role, Program program) {
        role(role);
        return withRoles(roles.stream()
                .map(each -> each.name().equals(role) ? each.running(program) : each)
                .toList());
    }

    /** The same cluster with another number of nodes in one role. */
    public Cluster resized(String role, int count) {
        return withRoles(roles.stream()
                .map(each -> each.name().equals(role) ? each.counting(count) : each)
                .toList());
    }

    private Cluster withRoles(List<Role> others) {
        return new Cluster(others, requests, clients);
    }

    /** The first step of a scenario: what the clients do. */
    public Scenario.Builder workload(Workload workload) {
        return Scenario.of(this, workload);
    }

    public List<Role> roles() {
        return roles;
    }

    public Clients clients() {
        return clients;
    }

    /** The message by which a client asks for an operation. */
    public Message request(Invocation invocation) {
        return requests.apply(invocation);
    }

    public boolean hasRole(String name) {
        return roles.stream().anyMatch(role -> role.name().equals(name));
    }

    /**
     * The role of this name.
     *
     * @throws IllegalArgumentException when the cluster has no such role
     */
    public Role role(String name) {
        return roles.stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The cluster has no role '" + name
                        + "', so nothing can be done to its nodes. Its roles are "
                        + roles.stream().map(Role::name).toList() + "."));
    }

    /** Every node with its role, in order. */
    public Map<NodeId, Role> nodes() {
        Map<NodeId, Role> nodes = new LinkedHashMap<>();
        for (Role role : roles) {
            for (int i = 0; i < role.count(); i++) {
                nodes.put(NodeId.node(nodes.size() + 1), role);
            }
        }
        return nodes;
    }

    /** The nodes of one role, in order. */
    public Set<NodeId> members(String role) {
        role(role);
        Set<NodeId> members = new LinkedHashSet<>();
        nodes().forEach((node, its) -> {
            if (its.name().equals(role)) {
                members.add(node);
            }
        });
        return members;
    }

    /** The nodes that clients talk to, in order. */
    public List<NodeId> servers() {
        return new ArrayList<>(members(clients.role()));
    }
}
