package dev.faultline.harness.cluster;

import dev.faultline.harness.cluster.Program.Decorator;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;

/**
 * A group of nodes that run the same program.
 *
 * @param name the role's name, unique in its cluster
 * @param count how many nodes there are of it
 * @param program makes one node; called at every boot
 * @param decorator wraps every node, as {@link dev.faultline.harness.node.PerfectLink} does
 */
public record Role(String name, int count, Program program, Decorator decorator) {
    public Role {
        if (count < 1) {
            throw new IllegalArgumentException("Role " + name + " has " + count
                    + " nodes. A role needs at least one node, or nothing can run. Give it a positive count.");
        }
    }

    /** A role whose nodes are used as they are. */
    public static Role role(String name, int count, Program program) {
        return new Role(name, count, program, node -> node);
    }

    /** The same role with every node wrapped. */
    public Role over(Decorator wrapper) {
        return new Role(name, count, program, wrapper);
    }

    Role running(Program other) {
        return new Role(name, count, other, decorator);
    }

    Role counting(int other) {
        return new Role(name, other, program, decorator);
    }

    /** A node that has just booted: nothing volatile is left of its predecessor. */
    @SuppressWarnings("unchecked")
    public Node<Message> boot() {
        return (Node<Message>) decorator.wrap(program.boot());
    }
}
