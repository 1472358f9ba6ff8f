package dev.faultline.targets.runner;

import dev.faultline.harness.node.Timeout;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread of a node: takes messages as they come, and timers as they expire. */
final class EventLoop {
    private static final long FOREVER = Long.MAX_VALUE;

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Map<Timeout, Timer> timers = new HashMap<>();
    private final PriorityQueue<Timer> due = new PriorityQueue<>(Comparator.comparingLong(Timer::at));
    private final Consumer<Timeout> expired;
    private long timersSet;

    /** @param number makes timers of the same name distinct */
    private record Timer(Timeout timeout, long at, long number) {}

    EventLoop(Consumer<Timeout> expired) {
        this.expired = expired;
    }

    /** Does something in the loop, after what is waiting already. From any thread. */
    void post(Runnable event) {
        inbox.add(event);
    }

    /** Runs until the thread is interrupted. */
    void run() throws InterruptedException {
        while (true) {
            Runnable next = inbox.poll(untilNextTimer(), TimeUnit.NANOSECONDS);
            if (next != null) {
                next.run();
            }
            Timer timer = due.peek();
            if (timer != null && timer.at() - System.nanoTime() <= 0) {
                due.remove();
                timers.remove(timer.timeout());
                expired.accept(timer.timeout());
            }
        }
    }

    private long untilNextTimer() {
        Timer timer = due.peek();
        return timer == null ? FOREVER : Math.max(0, timer.at() - System.nanoTime());
    }

    /** Sets a timer, in the loop; one of the same name is replaced. */
    void set(Timeout timeout, long afterNanos) {
        cancel(timeout);
        Timer timer = new Timer(timeout, System.nanoTime() + afterNanos, ++timersSet);
        timers.put(timeout, timer);
        due.add(timer);
    }

    void cancel(Timeout timeout) {
        Timer timer = timers.remove(timeout);
        if (timer != null) {
            due.remove(timer);
        }
    }
}
