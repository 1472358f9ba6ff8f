package dev.faultline.checkers.linearizability;

import static dev.faultline.checkers.history.Script.tuple;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Small histories with random operations and random answers, some failed, some pending. */
final class RandomHistories {
    private final Toy toy;
    private final Random random;
    private final Script script = new Script();

    private RandomHistories(Toy toy, Random random) {
        this.toy = toy;
        this.random = random;
    }

    private record Invoked(String f, Object value) {}

    /** 3 to 6 operations of 2 to 4 processes. */
    static History of(Toy toy, long seed) {
        return new RandomHistories(toy, new Random(seed)).history();
    }

    private History history() {
        int processes = 2 + random.nextInt(3);
        int left = 3 + random.nextInt(4);
        TreeMap<Integer, Invoked> open = new TreeMap<>();
        while (left > 0 || (!open.isEmpty() && random.nextInt(8) > 0)) {
            int process = random.nextInt(processes);
            Invoked invoked = open.remove(process);
            if (invoked != null) {
                complete(process, invoked);
            } else if (left > 0) {
                left--;
                open.put(process, invoke(process));
            }
        }
        return script.history();
    }

    private Invoked invoke(int process) {
        String f = toy.fs.get(random.nextInt(toy.fs.size()));
        Invoked invoked = new Invoked(f, input(f));
        script.invoke(process, f, invoked.value);
        return invoked;
    }

    private Object input(String f) {
        return switch (toy) {
            case REGISTER, CAS_REGISTER, FIFO_QUEUE, STACK, PRIORITY_QUEUE, BAG -> plain(f);
            case KV -> tuple(oneOf("a", "b"), plain(f));
            case KV_STRING -> tuple(oneOf("a", "b"), f.equals("get") ? null : oneOf("x", "y"));
            case MUTEX -> random.nextInt(4) == 0 ? "b" : "a";
            case SET, SET_THAT_IS_READ -> f.equals("read") ? null : value();
            case COUNTER -> f.equals("read") ? null : oneOf(1L, -1L, 2L);
        };
    }

    private Object plain(String f) {
        return switch (f) {
            case "read", "dequeue", "pop", "extract-min", "take" -> null;
            case "cas" -> tuple(random.nextInt(6) == 0 ? null : value(), value());
            default -> value();
        };
    }

    private void complete(int process, Invoked invoked) {
        int dice = random.nextInt(10);
        EventType type = dice < 7 ? EventType.OK : dice < 8 ? EventType.INFO : EventType.FAIL;
        Object value = type == EventType.OK ? answer(invoked) : invoked.value;
        script.add(type, process, invoked.f, value, null);
    }

    private Object answer(Invoked invoked) {
        return switch (invoked.f) {
            case "read" ->
                switch (toy) {
                    case KV -> tuple(((List<?>) invoked.value).get(0), maybeNil());
                    case COUNTER -> (long) random.nextInt(4) - 1;
                    case SET_THAT_IS_READ -> subset();
                    default -> maybeNil();
                };
            case "get" -> tuple(((List<?>) invoked.value).get(0), oneOf("", "x", "y", "xy", "yx"));
            case "dequeue", "pop", "extract-min", "take" -> maybeNil();
            case "remove", "contains" -> tuple(invoked.value, random.nextBoolean());
            default -> invoked.value;
        };
    }

    private Object subset() {
        List<Object> elements = new ArrayList<>(List.of(2L, 1L));
        elements.removeIf(element -> random.nextBoolean());
        return elements;
    }

    private Object maybeNil() {
        return random.nextInt(3) == 0 ? null : value();
    }

    private Object value() {
        return 1L + random.nextInt(2);
    }

    private Object oneOf(Object... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
