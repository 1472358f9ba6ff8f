package dev.faultline.targets.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits for things that go on in other threads. */
public final class Together {
    private static final Duration LOOP_PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 1;

    private Together() {}

    /** Does something with all of several things at once, each in a thread of its own, and waits for all. */
    public static <T> void all(Collection<T> things, Consumer<T> work) {
        CompletableFuture<?>[] parts =
                things.stream().map(thing -> start(() -> work.accept(thing))).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(parts).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Does something in a thread of its own. */
    static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, Together::inThread);
    }

    private static void inThread(Runnable work) {
        Thread thread = new Thread(work, "faultline-together");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does something in the loop and waits for it; at once when this already is the loop. */
    static void in(Loop loop, Runnable action) {
        if (loop.isCurrent()) {
            action.run();
            return;
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.soon(() -> {
            action.run();
            done.complete(null);
        });
        try {
            done.get(LOOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException overtaken) {
            // The loop has ended, so nothing more belongs to the run.
        }
    }

    /** Waits until something is so, or no longer. */
    static void awaitOrPass(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for calls to a server; throws what one of them was refused with. */
    static void awaitCalls(CompletableFuture<?> calls) throws IOException {
        try {
            calls.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
