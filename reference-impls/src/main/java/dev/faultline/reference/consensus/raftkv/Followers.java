package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The other servers as their leader sees them: the members of the configuration in force, and servers that are learning. */
final class Followers {
    private final RaftKvNode node;
    private final List<Follower> all = new ArrayList<>();
    private long[] scratch = new long[0];

    Followers(RaftKvNode node) {
        this.node = node;
    }

    /** A new leader knows nothing of the others. */
    void begin() {
        all.clear();
        onConfiguration();
    }

    /** Keeps what is known of those that stay. */
    void onConfiguration() {
        List<NodeId> servers = node.membership.servers();
        all.removeIf(follower -> !servers.contains(follower.id));
        servers.forEach(this::add);
        all.forEach(follower -> follower.isVoter = true);
        scratch = new long[servers.size()];
    }

    void add(NodeId server) {
        if (!server.equals(node.env.self()) && of(server) == null) {
            all.add(new Follower(server, node.log.lastIndex() + 1));
        }
    }

    List<Follower> all() {
        return all;
    }

    /** What is known of a server; {@code null} when it is not followed. */
    Follower of(NodeId server) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id.equals(server)) {
                return all.get(i);
            }
        }
        return null;
    }

    boolean answeredByMajority() {
        return reachedByMajority(follower -> follower.hasAnswered ? 1 : 0, 1) == 1;
    }

    void forgetAnswers() {
        all.forEach(follower -> follower.hasAnswered = false);
    }

    /** The highest value that a majority of the members has reached, the leader with its own if it is one. O(n²), n small. */
    long reachedByMajority(ToLongFunction<Follower> reached, long own) {
        int members = 0;
        for (int i = 0; i < all.size(); i++) {
            Follower follower = all.get(i);
            if (follower.isVoter) {
                members = insert(reached.applyAsLong(follower), members);
            }
        }
        if (members < scratch.length) {
            members = insert(own, members);
        }
        return scratch[scratch.length / 2];
    }

    /** Keeps the first {@code size + 1} values in descending order. */
    private int insert(long value, int size) {
        int position = size;
        while (position > 0 && scratch[position - 1] < value) {
            scratch[position] = scratch[position - 1];
            position--;
        }
        scratch[position] = value;
        return size + 1;
    }
}
