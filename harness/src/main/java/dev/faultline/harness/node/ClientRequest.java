package dev.faultline.harness.node;

/** A message by which a client asks a node for an operation. */
public interface ClientRequest extends Message {
    /** Unique per client and increasing. A client that tries again sends the same number again. */
    long msgId();
}
