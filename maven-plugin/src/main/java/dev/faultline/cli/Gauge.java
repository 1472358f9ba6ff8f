package dev.faultline.cli;

import dev.faultline.checkers.Meter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Shows how far something long is, once it has taken two seconds. */
final class Gauge implements Meter, AutoCloseable {
    private static final int FIRST_MILLIS = 2_000;
    private static final int EVERY_MILLIS = 200;
    private static final int CELLS = 30;

    private final Terminal terminal;
    private final String what;
    private final long started = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "faultline-progress");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> ticking;
    private volatile double share;
    private boolean closed;

    /** @param what is going on, such as {@code reading a.edn} */
    Gauge(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
        ticking = clock.scheduleAtFixedRate(this::show, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void at(long done, long total) {
        share = total <= 0 ? 0 : Math.min(1, (double) done / total);
    }

    private synchronized void show() {
        if (closed) {
            return;
        }
        terminal.status(text(what, share, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started)));
    }

    /** The line: a bar, the share in percent, and the seconds so far. */
    static String text(String what, double share, long seconds) {
        int full = (int) (share * CELLS);
        return "[" + "#".repeat(full) + "-".repeat(CELLS - full) + "] " + (int) (share * 100) + " %, " + seconds
                + " s so far: " + what;
    }

    @Override
    public synchronized void close() {
        closed = true;
        ticking.cancel(false);
        clock.shutdownNow();
        terminal.status("");
    }
}
