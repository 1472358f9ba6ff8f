package dev.faultline.reference.election.bully;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import java.util.Arrays;

/** What the nodes of the bully algorithm say to each other. */
public sealed interface BullyMessage extends Message {

    /** To a node with a higher id: are you there? I hold an election. */
    record Election() implements BullyMessage {}

    /** To a node with a lower id that holds an election: I am, leave it to me. */
    record Alive() implements BullyMessage {}

    /** To everybody: I have won and lead. */
    record Victory() implements BullyMessage {}

    /** To everybody, again and again: I lead and am alive. */
    record Heartbeat() implements BullyMessage {}

    /** A client asks a node who leads. */
    record Leader(long msgId) implements BullyMessage, ClientRequest {}

    /**
     * The node's own view. The algorithm has no terms: the answer's term is always 0.
     *
     * @param leader {@code null} while it knows none
     */
    record LeaderOk(long inReplyTo, NodeId leader) implements BullyMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(Arrays.asList(0L, leader == null ? null : leader.name()));
        }
    }
}
