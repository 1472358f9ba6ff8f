package dev.faultline.checkers.bench;

import dev.faultline.checkers.history.EventType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** A register of few values: a third of the operations read, a third write, a third compare and set. */
final class SimulatedCas implements Simulated {
    private static final int VALUES = 5;

    private Long state;

    @Override
    public Request ask(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Request("read", null);
            case 1 -> new Request("write", any(random));
            default -> new Request("cas", List.of(any(random), any(random)));
        };
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.f()) {
            case "read" -> Reply.ok(state);
            case "write" -> write((Long) request.value());
            default -> compareAndSet((List<?>) request.value());
        };
    }

    /** With so few values, others may have written whatever is answered. */
    @Override
    public Optional<Reply> lie(Request request) {
        return Optional.empty();
    }

    private Reply write(Long value) {
        state = value;
        return Reply.ok(value);
    }

    private Reply compareAndSet(List<?> swap) {
        if (!Objects.equals(state, swap.get(0))) {
            return new Reply(EventType.FAIL, swap);
        }
        state = (Long) swap.get(1);
        return Reply.ok(swap);
    }

    private static Long any(Random random) {
        return (long) random.nextInt(VALUES);
    }
}
