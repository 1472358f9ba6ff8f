package dev.faultline.harness.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does something with every one of several things, some of them at a time. */
final class SideBySide {
    private SideBySide() {}

    /** @param atOnce how many at a time, from 1 */
    static <T> void run(Collection<? extends T> things, int atOnce, Consumer<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce, SideBySide::thread);
        try {
            List<Future<?>> running = new ArrayList<>();
            things.forEach(thing -> running.add(threads.submit(() -> work.accept(thing))));
            running.forEach(SideBySide::await);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "faultline-specs");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The specs were interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
