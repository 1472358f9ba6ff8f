package dev.faultline.harness.cluster;

import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.node.Node;
import java.io.Serializable;
import java.util.Set;

/**
 * Makes one node of a role; called at every boot. It can be serialized, as every lambda of this type can whose captured values
 * can, so that a node can boot in a JVM of its own.
 */
@FunctionalInterface
public interface Program extends Serializable {
    Node<?> boot();

    /** What a runtime must be able to do to run it. */
    default Set<Capability> requires() {
        return Set.of();
    }

    /** Wraps every node of a role, as {@link dev.faultline.harness.node.PerfectLink} does. */
    @FunctionalInterface
    interface Decorator extends Serializable {
        Node<?> wrap(Node<?> node);
    }
}
