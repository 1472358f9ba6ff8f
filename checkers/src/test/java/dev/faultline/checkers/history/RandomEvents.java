package dev.faultline.checkers.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random events with every kind of value. */
public final class RandomEvents {
    private static final String[] TEXTS = {
        "",
        "a",
        "x 0 1 y",
        ":colon",
        "::two",
        "nil",
        "\u00e9t\u00e9",
        "\u2603",
        "\ud83d\ude00 smile",
        "q\"uo\\te",
        "l1\nl2\r\t",
        "{[("
    };
    private static final double[] NUMBERS = {0.0, -0.0, 1.5, -2e300, 1e-9, Double.MIN_VALUE};

    private static final List<EventType> TYPES = List.of(EventType.values());

    private final Random random;

    public RandomEvents(Random random) {
        this.random = random;
    }

    /** Events that can be paired, of a few processes and the nemesis. */
    public List<Event> history(int size) {
        List<Event> events = new ArrayList<>();
        Set<Integer> open = new LinkedHashSet<>();
        long time = 0;
        int index = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            int process = random.nextInt(10) == 0 ? Event.NEMESIS : random.nextInt(5) * 100;
            events.add(new Event(index, time, type(process, open), process, name(), value(3), error(), node()));
            time = random.nextInt(20) == 0 ? random.nextLong() >>> 1 : time + random.nextInt(5);
            index += random.nextInt(8) == 0 ? random.nextInt(5) : 1;
        }
        return events;
    }

    private EventType type(int process, Set<Integer> open) {
        if (process == Event.NEMESIS) {
            return TYPES.get(random.nextInt(4));
        }
        if (open.add(process)) {
            return EventType.INVOKE;
        }
        open.remove(process);
        return TYPES.get(1 + random.nextInt(3));
    }

    /** A value of at most so many levels. */
    public Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> (long) random.nextInt(500) - 20;
            case 3 -> random.nextLong() >> random.nextInt(64);
            case 4 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 5 -> TEXTS[random.nextInt(TEXTS.length)];
            case 6 -> new Keyword(name());
            case 7 -> list(depth);
            default -> map(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth - 1));
        }
        return items;
    }

    private Map<Object, Object> map(int depth) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.put(random.nextBoolean() ? name() : new Keyword(name()), value(depth - 1));
        }
        return map;
    }

    private Object error() {
        return random.nextInt(3) == 0 ? value(1) : null;
    }

    private String node() {
        return random.nextInt(3) == 0 ? "n" + random.nextInt(5) : null;
    }

    private String name() {
        return "f" + random.nextInt(4);
    }
}
