package dev.faultline.harness.cluster;

import dev.faultline.harness.node.Node;
import java.io.Serializable;

/**
 * Makes one node of a role; called at every boot. It can be serialized, as every lambda of this type can whose captured values
 * can, so that a node can boot in a JVM of its own.
 */
@FunctionalInterface
public interface Program extends Serializable {
    Node<?> boot();

    /** Wraps every node of a role, as {@link dev.faultline.harness.node.PerfectLink} does. */
    @FunctionalInterface
    interface Decorator extends Serializable {
        Node<?> wrap(Node<?> node);
    }
}
