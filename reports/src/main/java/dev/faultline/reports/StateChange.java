package dev.faultline.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A field of a node's state that changed. The field {@code next.n2} is the part {@code n2} of the field {@code next}. */
record StateChange(String field, String before, String after) {

    /** What differs between two states; everything of the second when there is no first. */
    static List<StateChange> between(Object before, Object after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        List<StateChange> changes = new ArrayList<>();
        now.forEach((field, value) -> {
            if (!Objects.equals(value, old.get(field))) {
                changes.add(new StateChange(field, old.getOrDefault(field, ""), value));
            }
        });
        for (String field : new TreeSet<>(old.keySet())) {
            if (!now.containsKey(field)) {
                changes.add(new StateChange(field, old.get(field), "gone"));
            }
        }
        return changes;
    }

    private static Map<String, String> flat(Object state) {
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("", state, fields);
        return fields;
    }

    private static void flatten(String path, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, part) -> flatten(path.isEmpty() ? key + "" : path + "." + key, part, into));
        } else if (!path.isEmpty()) {
            into.put(path, Wording.value(value));
        }
    }
}
