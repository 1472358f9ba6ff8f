package dev.faultline.checkers.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;

/** A queue: half of the operations enqueue a new value, half dequeue. */
final class SimulatedQueue implements Simulated {
    /** In a queue so long, who enqueued the first value returned before the last was enqueued. */
    private static final int LONG = 50;

    private final Deque<Long> queue = new ArrayDeque<>();
    private long next;

    @Override
    public Request ask(Random random) {
        return random.nextBoolean() ? new Request("enqueue", ++next) : new Request("dequeue", null);
    }

    @Override
    public Reply answer(Request request) {
        if (request.f().equals("enqueue")) {
            queue.addLast((Long) request.value());
            return Reply.ok(request.value());
        }
        return Reply.ok(queue.pollFirst());
    }

    @Override
    public Optional<Reply> lie(Request request) {
        return request.f().equals("dequeue") && queue.size() > LONG
                ? Optional.of(Reply.ok(queue.pollLast()))
                : Optional.empty();
    }
}
