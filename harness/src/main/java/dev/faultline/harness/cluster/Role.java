package dev.faultline.harness.cluster;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A group of nodes that run the same program.
 *
 * @param name the role's name, unique in its cluster
 * @param count how many nodes there are of it
 * @param program makes one node; called at every boot
 * @param decorator wraps every node, as {@link dev.faultline.harness.node.PerfectLink} does
 */
public record Role(String name, int count, Supplier<? extends Node<?>> program, UnaryOperator<Node<?>> decorator) {
    public Role {
        if (count < 1) {
            throw new IllegalArgumentException("Role " + name + " has " + count
                    + " nodes. A role needs at least one node, or nothing can run. Give it a positive count.");
        }
    }

    /** A role whose nodes are used as they are. */
    public static Role role(String name, int count, Supplier<? extends Node<?>> program) {
        return new Role(name, count, program, node -> node);
    }

    /** The same role with every node wrapped. */
    public Role over(UnaryOperator<Node<?>> wrapper) {
        return new Role(name, count, program, wrapper);
    }

    Role running(Supplier<? extends Node<?>> other) {
        return new Role(name, count, other, decorator);
    }

    Role counting(int other) {
        return new Role(name, other, program, decorator);
    }

    /** A node that has just booted: nothing volatile is left of its predecessor. */
    @SuppressWarnings("unchecked")
    public Node<Message> boot() {
        return (Node<Message>) decorator.apply(program.get());
    }
}
