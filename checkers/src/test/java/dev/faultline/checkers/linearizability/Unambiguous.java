package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random histories in which each value is written or put in once: of an object that runs one operation at a time, with some
 * operations that never return, and in half of them one answer that is changed.
 */
final class Unambiguous {
    private final Kind kind;
    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private final Map<Integer, Pending> open = new HashMap<>();
    private long fresh = 1;
    private int processes;

    /** An operation that was invoked, and its answer once it took effect. */
    private static final class Pending {
        final String f;
        final Object input;
        Object answer;
        boolean tookEffect;

        Pending(String f, Object input) {
            this.f = f;
            this.input = input;
        }
    }

    /** A data type as a machine. */
    interface Kind {
        /** The name of its model. */
        String model();

        /** An operation's name and argument. */
        Map.Entry<String, Object> invent(Random random, long fresh);

        /** Lets an operation take effect, and answers. */
        Object apply(String f, Object input);

        /** Begins again. */
        void reset();
    }

    private Unambiguous(Kind kind, Random random) {
        this.kind = kind;
        this.random = random;
    }

    /** @param most how many operations there are at most */
    static History of(Kind kind, long seed, int most) {
        Unambiguous machine = new Unambiguous(kind, new Random(seed * 0x9E3779B97F4A7C15L));
        kind.reset();
        machine.run(3 + machine.random.nextInt(most - 2), 1 + machine.random.nextInt(5));
        if (machine.random.nextBoolean()) {
            machine.disturb();
        }
        return History.of(machine.events);
    }

    private void run(int operations, int clients) {
        int[] process = new int[clients];
        for (int i = 0; i < clients; i++) {
            process[i] = processes++;
        }
        int left = operations;
        while (left > 0 || !open.isEmpty()) {
            int client = random.nextInt(clients);
            Pending pending = open.get(process[client]);
            if (pending == null) {
                if (left-- > 0) {
                    invoke(process[client]);
                } else if (open.isEmpty()) {
                    return;
                }
            } else if (!pending.tookEffect && random.nextInt(12) > 0) {
                pending.answer = kind.apply(pending.f, pending.input);
                pending.tookEffect = true;
            } else if (!pending.tookEffect || random.nextInt(15) == 0) {
                open.remove(process[client]);
                add(EventType.INFO, process[client], pending.f, pending.input);
                process[client] = processes++;
            } else {
                open.remove(process[client]);
                add(EventType.OK, process[client], pending.f, pending.answer);
            }
        }
    }

    private void invoke(int process) {
        Map.Entry<String, Object> invented = kind.invent(random, fresh);
        fresh++;
        open.put(process, new Pending(invented.getKey(), invented.getValue()));
        add(EventType.INVOKE, process, invented.getKey(), invented.getValue());
    }

    private void add(EventType type, int process, String f, Object value) {
        events.add(new Event(events.size(), events.size(), type, process, f, value, null, null));
    }

    /** Gives an operation the answer of another one of the same name. */
    private void disturb() {
        List<Integer> answered = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).type() == EventType.OK) {
                answered.add(i);
            }
        }
        if (answered.size() < 2) {
            return;
        }
        int one = answered.get(random.nextInt(answered.size()));
        List<Integer> others = answered.stream()
                .filter(i -> events.get(i).f().equals(events.get(one).f()))
                .filter(i -> sameCell(events.get(i).value(), events.get(one).value()))
                .toList();
        int other = others.get(random.nextInt(others.size()));
        Object value = events.get(one).value();
        boolean yesOrNo = value instanceof List<?> pair && pair.get(1) instanceof Boolean;
        replace(
                one,
                random.nextInt(yesOrNo ? 2 : 6) == 0
                        ? absurd(value)
                        : events.get(other).value());
        if (random.nextBoolean()) {
            replace(other, value);
        }
    }

    private static boolean sameCell(Object left, Object right) {
        return !(left instanceof List<?> a)
                || !(right instanceof List<?> b)
                || a.get(0).equals(b.get(0));
    }

    private static Object absurd(Object value) {
        if (value instanceof List<?> pair) {
            return pair.get(1) instanceof Boolean there ? List.of(pair.get(0), !there) : List.of(pair.get(0), 777L);
        }
        return 777L;
    }

    private void replace(int i, Object value) {
        Event event = events.get(i);
        boolean isAnswer = !List.of("write", "enqueue", "add", "push", "insert").contains(event.f());
        if (isAnswer) {
            events.set(i, new Event(i, event.time(), event.type(), event.process(), event.f(), value, null, null));
        }
    }
}
