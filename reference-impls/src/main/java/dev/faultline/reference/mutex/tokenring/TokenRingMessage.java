package dev.faultline.reference.mutex.tokenring;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Outcome;
import java.util.Arrays;
import java.util.Comparator;

/** What clients and members say to each other. */
public sealed interface TokenRingMessage extends Message {

    /**
     * What makes one appearance of a token newer than another.
     *
     * @param generation how many tokens were made, this one included
     * @param hop how often it was passed
     */
    record Serial(long generation, long hop) implements Comparable<Serial> {
        private static final Comparator<Serial> ORDER =
                Comparator.comparingLong(Serial::generation).thenComparingLong(Serial::hop);

        @Override
        public int compareTo(Serial other) {
            return ORDER.compare(this, other);
        }

        Serial next() {
            return new Serial(generation, hop + 1);
        }
    }

    /** A client asks its member for a resource. */
    record Acquire(long msgId, String resource) implements TokenRingMessage, ClientRequest {}

    /** The client has the resource, without a fencing token: that needs generations that a majority agrees upon. */
    record Acquired(long inReplyTo, String resource) implements TokenRingMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(Arrays.asList(resource, null));
        }
    }

    /** A client no longer needs the resource. */
    record Release(long msgId, String resource) implements TokenRingMessage, ClientRequest {}

    /** The client has nothing any more. */
    record Released(long inReplyTo, String resource) implements TokenRingMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(resource);
        }
    }

    /** The token. */
    record Token(Serial serial) implements TokenRingMessage {}

    /** The token has arrived. */
    record Acknowledgement(Serial serial) implements TokenRingMessage {}

    /** A member is back, without a token. */
    record Joined() implements TokenRingMessage {}

    /** Who misses the token too, and agrees to one of this generation? */
    record Inquiry(long generation) implements TokenRingMessage {}

    /**
     * An answer to an {@link Inquiry}.
     *
     * @param missing whether the member has no token, and will take no older one than the inquiry is about
     */
    record Answer(long generation, boolean missing) implements TokenRingMessage {}
}
