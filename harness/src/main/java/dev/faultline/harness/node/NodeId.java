package dev.faultline.harness.node;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * The name of a node ({@code n1}, {@code n2}, …) or of a client ({@code c1}, {@code c2}, …).
 *
 * <p>Shorter names order first, so that {@code n2} comes before {@code n10}.
 */
public record NodeId(@JsonValue String name) implements Comparable<NodeId> {
    @JsonCreator
    public NodeId {
        Objects.requireNonNull(name, "name");
    }

    /** The {@code number}-th node, from 1. */
    public static NodeId node(int number) {
        return new NodeId("n" + number);
    }

    /** The {@code number}-th client, from 1. */
    public static NodeId client(int number) {
        return new NodeId("c" + number);
    }

    /** Whether this is the name of a client rather than of a node of the cluster. */
    public boolean isClient() {
        return name.charAt(0) == 'c';
    }

    @Override
    public int compareTo(NodeId other) {
        int byLength = Integer.compare(name.length(), other.name.length());
        return byLength != 0 ? byLength : name.compareTo(other.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof NodeId that && name.equals(that.name));
    }

    @Override
    public String toString() {
        return name;
    }
}
