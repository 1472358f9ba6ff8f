package dev.faultline.targets.proxy;

import eu.rekawek.toxiproxy.ToxiproxyClient;

/** A running Toxiproxy, wherever it runs. */
public interface ProxyServer extends AutoCloseable {

    /** What it is and which version, for reports: {@code embedded 2.12.0}. */
    String describe();

    /** Controls it. Safe for use by many threads. */
    ToxiproxyClient client();

    /** Where its HTTP API is, {@code http://host:port}. */
    String api();

    /** The address on which its proxies should listen, such as {@code 127.0.0.1}. */
    String bind();

    /**
     * Whether it knows the toxics {@code frame_loss}, {@code frame_duplication} and {@code frame_reorder}, which treat every line
     * as a message; the real one does not.
     */
    boolean isFrameAware();

    /** Ends it, if it was started here, and removes its proxies. */
    @Override
    void close();
}
