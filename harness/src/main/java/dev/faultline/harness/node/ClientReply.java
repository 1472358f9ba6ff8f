package dev.faultline.harness.node;

/** A node's answer to a {@link ClientRequest}. */
public interface ClientReply extends Message {
    /** The {@link ClientRequest#msgId() number} of the request that it answers. */
    long inReplyTo();

    /** What the answer means for the history. */
    Outcome outcome();
}
