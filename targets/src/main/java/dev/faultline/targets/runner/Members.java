package dev.faultline.targets.runner;

import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.NodeId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in the cluster: nodes are numbered in the order of the roles. */
final class Members {
    private final Map<NodeId, Role> roles = new LinkedHashMap<>();

    Members(List<Role> roles) {
        for (Role role : roles) {
            for (int i = 0; i < role.count(); i++) {
                this.roles.put(NodeId.node(this.roles.size() + 1), role);
            }
        }
    }

    Set<NodeId> all() {
        return Collections.unmodifiableSet(roles.keySet());
    }

    Set<NodeId> of(String role) {
        Set<NodeId> members = new LinkedHashSet<>();
        roles.forEach((node, its) -> {
            if (its.name().equals(role)) {
                members.add(node);
            }
        });
        if (members.isEmpty()) {
            throw new IllegalArgumentException("The cluster has no role '" + role + "'.");
        }
        return Collections.unmodifiableSet(members);
    }

    Role roleOf(NodeId node) {
        return roles.get(node);
    }
}
