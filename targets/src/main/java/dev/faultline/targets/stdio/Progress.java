package dev.faultline.targets.stdio;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says now and then how far a run is, from a thread of its own: after two seconds for the first time, and then ever more rarely. */
final class Progress implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration RAREST = Duration.ofSeconds(30);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Consumer<String> out;
    private final Thread thread;
    private volatile Supplier<String> status = () -> "Starting.";

    Progress(Consumer<String> out) {
        this.out = out;
        this.thread = new Thread(this::run, "faultline-stdio-progress");
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on this is what to say; asked for in the other thread. */
    void now(Supplier<String> saying) {
        status = saying;
    }

    private void run() {
        Duration pause = FIRST;
        try {
            while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                out.accept("  " + status.get());
                Duration longer = pause.multipliedBy(3).dividedBy(2);
                pause = longer.compareTo(RAREST) < 0 ? longer : RAREST;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
