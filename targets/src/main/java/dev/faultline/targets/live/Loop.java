package dev.faultline.targets.live;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that does things at their times. What throws is told to the run, and ends it. */
public final class Loop implements Timeline, AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor thread;
    private volatile long start = System.nanoTime();
    private volatile RuntimeException failure;
    private volatile Thread current;

    /** @param name of its thread */
    public Loop(String name) {
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            current = made;
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Counts from now on. */
    public void begin(long startNanos) {
        start = startNanos;
    }

    /** Whether this is the loop's thread. */
    boolean isCurrent() {
        return Thread.currentThread() == current;
    }

    @Override
    public long now() {
        return System.nanoTime() - start;
    }

    /** {@inheritDoc} Nothing happens any more after {@link #close}. */
    @Override
    public void at(long time, Runnable action) {
        try {
            var unused = thread.schedule(() -> run(action), time - now(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The run is over, and what would have come is not part of it.
        }
    }

    @Override
    public void soon(Runnable action) {
        at(0, action);
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException thrown) {
            if (failure == null) {
                failure = thrown;
            }
        }
    }

    /** What an action threw, if one did. */
    public RuntimeException failure() {
        return failure;
    }

    /** Lets the action that is going on finish, and drops those to come. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            thread.shutdownNow();
        }
    }
}
