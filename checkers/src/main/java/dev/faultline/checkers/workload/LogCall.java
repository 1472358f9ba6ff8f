package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation of a client of logs.
 *
 * @param sends what it sent; with the offsets when it was acknowledged
 * @param polled what it polled of each key, in the order in which it came; empty unless acknowledged
 * @param polls whether it polls at all
 * @param group the consumer group that it names, or {@code null}
 */
record LogCall(Span span, List<Placed> sends, Map<String, List<Placed>> polled, boolean polls, String group) {
    private static final Set<String> RESETS = Set.of("assign", "subscribe");
    private static final Set<String> STEPS = Set.of("send", "poll");
    private static final String SHAPE =
            "[[:send key value] …] answered with [[:send key [offset value]] …], or [[:poll] …]"
                    + " answered with [[:poll {key [[offset value] …]}] …],";

    /** The call, or {@code null} when the operation is none of a log's. */
    static LogCall of(Span span) {
        String f = span.operation().f();
        String group = group(span.invocation());
        if (RESETS.contains(f)) {
            return new LogCall(span, List.of(), Map.of(), false, group);
        }
        if (!STEPS.contains(f) && !f.equals("txn")) {
            return null;
        }
        Event asked = span.invocation();
        boolean polls = steps(asked).stream().anyMatch(step -> isPoll(asked, step));
        Event told = span.isOk() ? span.event() : asked;
        List<Placed> sends = new ArrayList<>();
        Map<String, List<Placed>> polled = new LinkedHashMap<>();
        for (Object step : steps(told)) {
            if (!isPoll(told, step)) {
                sends.add(send(told, Shapes.tuple(told, step, 3, SHAPE), span.isOk()));
            } else if (span.isOk() && ((List<?>) step).size() > 1) {
                poll(told, ((List<?>) step).get(1), polled);
            }
        }
        return new LogCall(span, sends, polled, polls, group);
    }

    /** Whether it sets the positions of its consumer anew. */
    boolean isReset() {
        return RESETS.contains(span.operation().f());
    }

    private static String group(Event invocation) {
        Object group = invocation.value() instanceof Map<?, ?> map ? Shapes.field(map, "group") : null;
        return group == null ? null : Shapes.word(group);
    }

    /** The steps of a transaction; those of a bare send or poll are one. */
    private static List<?> steps(Event event) {
        boolean steps = event.value() instanceof List<?> items
                && !items.isEmpty()
                && items.get(0) instanceof List<?> first
                && !first.isEmpty()
                && STEPS.contains(Shapes.word(first.get(0)));
        if (event.f().equals("txn") || steps) {
            return new ArrayList<>(Shapes.collection(event, SHAPE));
        }
        List<Object> only = new ArrayList<>();
        only.add(event.f());
        if (event.f().equals("send")) {
            only.addAll(Shapes.tuple(event, event.value(), 2, SHAPE));
        } else if (event.value() != null) {
            only.add(event.value());
        }
        return List.of(only);
    }

    private static boolean isPoll(Event event, Object step) {
        if (step instanceof List<?> items && !items.isEmpty() && STEPS.contains(Shapes.word(items.get(0)))) {
            return Shapes.word(items.get(0)).equals("poll");
        }
        throw Shapes.malformed(event, SHAPE);
    }

    private static Placed send(Event event, List<?> step, boolean acknowledged) {
        Object value = step.get(2);
        Long offset = null;
        if (acknowledged
                && value instanceof List<?> pair
                && pair.size() == 2
                && (pair.get(0) == null || pair.get(0) instanceof Long)) {
            offset = (Long) pair.get(0);
            value = pair.get(1);
        }
        if (value == null) {
            throw Shapes.malformed(event, SHAPE);
        }
        return new Placed(Shapes.word(step.get(1)), value, offset, event);
    }

    private static void poll(Event event, Object answer, Map<String, List<Placed>> polled) {
        if (answer == null) {
            return;
        }
        if (!(answer instanceof Map<?, ?> byKey)) {
            throw Shapes.malformed(event, SHAPE);
        }
        byKey.forEach((key, messages) -> {
            if (!(messages instanceof Collection<?> several)) {
                throw Shapes.malformed(event, SHAPE);
            }
            List<Placed> placed = polled.computeIfAbsent(Shapes.word(key), first -> new ArrayList<>());
            for (Object message : several) {
                List<?> pair = Shapes.tuple(event, message, 2, SHAPE);
                long offset = Shapes.whole(event, pair.get(0), SHAPE);
                if (pair.get(1) == null) {
                    throw Shapes.malformed(event, SHAPE);
                }
                placed.add(new Placed(Shapes.word(key), pair.get(1), offset, event));
            }
        });
    }
}
