package dev.faultline.reference.mutex.centralized;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Outcome;
import java.util.List;

/** What clients, participants and the coordinator say to each other. */
public sealed interface CentralizedMessage extends Message {

    /** A client asks its participant for a resource. */
    record Acquire(long msgId, String resource) implements CentralizedMessage, ClientRequest {}

    /** The client has the resource. */
    record Acquired(long inReplyTo, String resource, long token) implements CentralizedMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(List.of(resource, token));
        }
    }

    /** A client no longer needs the resource. */
    record Release(long msgId, String resource) implements CentralizedMessage, ClientRequest {}

    /** The client has nothing any more. */
    record Released(long inReplyTo, String resource) implements CentralizedMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(resource);
        }
    }

    /**
     * A participant asks the coordinator for a turn.
     *
     * @param number of the participant's requests, restarts included, from 1
     */
    record Request(String resource, long number) implements CentralizedMessage {}

    /**
     * It is the participant's turn.
     *
     * @param number of the request that is granted
     * @param token higher than that of every earlier turn
     */
    record Grant(String resource, long number, long token) implements CentralizedMessage {}

    /** The participant is done with its requests up to this one, whether it had its turn or not. */
    record Free(String resource, long number) implements CentralizedMessage {}

    /** A new coordinator has taken over the log of a dead one, and asks to hear the latest again. */
    record Recovered() implements CentralizedMessage {}
}
