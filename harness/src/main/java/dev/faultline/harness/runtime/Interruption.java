package dev.faultline.harness.runtime;

import java.util.concurrent.CountDownLatch;

/** Answers Ctrl-C before the JVM ends. */
public final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** From now until {@link #over}, Ctrl-C is answered first, in a thread of its own. */
    public static Interruption answeredBy(Runnable answer) {
        Thread hook = new Thread(answer, "faultline-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** From here on Ctrl-C just ends the program. When it has been pressed, the answer is the last word: this never returns. */
    public void over() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
