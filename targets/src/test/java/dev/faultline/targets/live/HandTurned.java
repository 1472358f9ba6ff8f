package dev.faultline.targets.live;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A time that goes on only when a test turns it. */
final class HandTurned implements Timeline {
    private final PriorityQueue<Event> due =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::number));
    private long now;
    private long number;

    private record Event(long time, long number, Runnable action) {}

    @Override
    public long now() {
        return now;
    }

    @Override
    public void at(long time, Runnable action) {
        due.add(new Event(time, number++, action));
    }

    @Override
    public void soon(Runnable action) {
        at(now, action);
    }

    /** What happens now takes so long, and everything else waits for it. */
    void holdUp(Duration duration) {
        now += duration.toNanos();
    }

    /** Lets everything happen that is due by then. */
    void turnTo(Duration time) {
        while (!due.isEmpty() && due.peek().time() <= time.toNanos()) {
            Event next = due.remove();
            now = Math.max(now, next.time());
            next.action().run();
        }
    }
}
