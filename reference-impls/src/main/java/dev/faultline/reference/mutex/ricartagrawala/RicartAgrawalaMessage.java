package dev.faultline.reference.mutex.ricartagrawala;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import java.util.List;

/** What clients and nodes say to each other. */
public sealed interface RicartAgrawalaMessage extends Message {

    /** The age of a request: the paper's sequence number, and its node to break ties. */
    record Timestamp(long number, NodeId node) implements Comparable<Timestamp> {
        @Override
        public int compareTo(Timestamp other) {
            return number != other.number ? Long.compare(number, other.number) : node.compareTo(other.node);
        }
    }

    /** A client asks its node for a resource. */
    record Acquire(long msgId, String resource) implements RicartAgrawalaMessage, ClientRequest {}

    /** The client has the resource. */
    record Acquired(long inReplyTo, String resource, long token) implements RicartAgrawalaMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(List.of(resource, token));
        }
    }

    /** A client no longer needs the resource. */
    record Release(long msgId, String resource) implements RicartAgrawalaMessage, ClientRequest {}

    /** The client has nothing any more. */
    record Released(long inReplyTo, String resource) implements RicartAgrawalaMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(resource);
        }
    }

    /** A node asks another one for permission to enter. */
    record Request(Timestamp timestamp, String resource) implements RicartAgrawalaMessage {}

    /**
     * A node gives its permission.
     *
     * @param request the request that it permits
     * @param clock of the node that replies
     */
    record Reply(Timestamp request, long clock) implements RicartAgrawalaMessage {}

    /** A node has forgotten whom it owes a reply. */
    record Restarted() implements RicartAgrawalaMessage {}
}
