package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Values under keys, in whatever shape they are told: {@code [key value]}, or {@code {key [value …]}}. */
final class Entries {
    private static final String READ = "a collection of values, or a map of keys to collections of values,";

    private Entries() {}

    /** A value under a key. */
    private record Entry(String key, Object value) {}

    static Object written(Object value) {
        return value instanceof List<?> pair && pair.size() == 2
                ? new Entry(Shapes.word(pair.get(0)), pair.get(1))
                : value;
    }

    static List<Object> read(Event event) {
        List<Object> entries = new ArrayList<>();
        if (event.value() instanceof Map<?, ?> map) {
            map.forEach((key, values) -> {
                if (!(values instanceof Collection<?> under)) {
                    throw Shapes.malformed(event, READ);
                }
                under.forEach(value -> entries.add(new Entry(Shapes.word(key), value)));
            });
        } else {
            Shapes.collection(event, READ).forEach(value -> entries.add(written(value)));
        }
        return entries;
    }

    /** How a message names a value. */
    static String say(Object value) {
        return value instanceof Entry entry ? entry.value + " under " + entry.key : String.valueOf(value);
    }
}
