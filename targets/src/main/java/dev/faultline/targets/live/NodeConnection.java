package dev.faultline.targets.live;

import dev.faultline.harness.wire.Envelope;

/** The harness's line to one boot of a node, for clients and control. Holds up nobody. Safe for use by many threads. */
public interface NodeConnection extends AutoCloseable {

    /** Sends soon. What cannot be sent is lost, as on any network. */
    void send(Envelope envelope);

    @Override
    void close();

    /** Hears from the connection, in threads of the connection's. */
    interface Listener {
        void received(Envelope envelope);

        /** The connection has ended, as it does when the node dies. */
        void ended();
    }
}
