package dev.faultline.targets.foreign;

import dev.faultline.harness.node.Outcome;

/** A client of one node: the system's own Java client, in a few lines. Used by one thread, which {@link #close} may be called beside. */
public interface SystemClient extends AutoCloseable {

    /**
     * Asks for an operation and waits for its answer. Say {@link Outcome#fail} only when the operation certainly had no effect, and
     * {@link Outcome#redirect} only when another node should be asked, because this one has not even tried.
     *
     * @param f what to do, in the workload's words, such as {@code read}
     * @param value its argument, as the history records it
     * @return what came of it; its value is recorded as the completion's
     * @throws Exception when that cannot be known, such as when the connection breaks: the operation ends as {@code :info}, and
     *     the next one gets a new client. A {@link java.net.ConnectException} says that nobody listened: another node is asked
     */
    Outcome invoke(String f, Object value) throws Exception;

    /** Gives up, an operation that is going on too. */
    @Override
    void close();
}
