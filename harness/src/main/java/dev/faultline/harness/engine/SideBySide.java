package dev.faultline.harness.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Walks the branches of a tree side by side; of the leaves, only some have their turn at a time. */
final class SideBySide {
    private final Semaphore turns;

    /** @param atOnce how many leaves at a time, from 1 */
    SideBySide(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    /** Does something with each of several things, and waits for all. */
    <T> void run(Collection<? extends T> things, Consumer<T> work) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        things.forEach(
                thing -> running.add(CompletableFuture.runAsync(() -> work.accept(thing), SideBySide::inThread)));
        try {
            CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0]))
                    .join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static void inThread(Runnable work) {
        Thread thread = new Thread(work, "faultline-claims");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does a leaf's work when it is its turn. */
    void inTurn(Runnable work) {
        turns.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            turns.release();
        }
    }
}
