package dev.faultline.targets.foreign;

import dev.faultline.harness.node.Outcome;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One client and the thread that waits for its answers. */
final class ClientThread implements AutoCloseable {
    private final ExecutorService thread;
    private final Callable<SystemClient> connector;
    private volatile boolean busy;
    private volatile boolean closed;
    private volatile SystemClient client;

    ClientThread(String name, Callable<SystemClient> connector) {
        this.connector = connector;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Whether an operation is going on. */
    boolean isBusy() {
        return busy;
    }

    /** Asks for an operation, and tells what came of it in a thread of its own. Not to be called while {@link #isBusy}. */
    void ask(Operation operation, Consumer<Outcome> answer) {
        busy = true;
        thread.execute(() -> {
            Outcome outcome = outcome(operation);
            busy = false;
            answer.accept(outcome);
        });
    }

    private Outcome outcome(Operation operation) {
        try {
            return connected().invoke(operation.f(), operation.value());
        } catch (ConnectException refused) {
            disconnect();
            return Outcome.redirect(Optional.empty());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Outcome.indefinite("interrupted");
        } catch (Exception broken) {
            disconnect();
            return Outcome.indefinite(broken.toString());
        }
    }

    private SystemClient connected() throws Exception {
        SystemClient connected = client;
        if (connected == null) {
            connected = connector.call();
            client = connected;
            if (closed) {
                disconnect();
                throw new InterruptedException();
            }
        }
        return connected;
    }

    private void disconnect() {
        SystemClient connected = client;
        client = null;
        if (connected != null) {
            connected.close();
        }
    }

    /** Gives up what is going on. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        disconnect();
    }
}
