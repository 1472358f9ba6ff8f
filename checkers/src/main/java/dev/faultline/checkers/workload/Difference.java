package dev.faultline.checkers.workload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Says briefly how a value differs from another. */
final class Difference {
    private static final int SHOWN = 5;
    private static final int LETTERS = 100;

    private Difference() {}

    /** In words, for two values that differ. O(n). */
    static String between(Object found, Object usual) {
        if (found instanceof Map<?, ?> one && usual instanceof Map<?, ?> other) {
            return ofMaps(one, other);
        }
        if (found instanceof Collection<?> one && usual instanceof Collection<?> other) {
            return ofCollections(one, other);
        }
        return brief(found) + " instead of " + brief(usual);
    }

    private static String ofMaps(Map<?, ?> one, Map<?, ?> other) {
        Set<Object> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        List<String> differing = keys.stream()
                .filter(key -> !Objects.equals(one.get(key), other.get(key)))
                .map(key -> "under " + key + " " + brief(one.get(key)) + " instead of " + brief(other.get(key)))
                .sorted()
                .toList();
        return differing.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more(differing.size());
    }

    private static String ofCollections(Collection<?> one, Collection<?> other) {
        List<Object> missing = without(other, one);
        List<Object> extra = without(one, other);
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add("without " + some(missing));
        }
        if (!extra.isEmpty()) {
            parts.add("with " + some(extra) + " besides");
        }
        return parts.isEmpty() ? brief(one) + " instead of " + brief(other) : String.join(", ", parts);
    }

    private static List<Object> without(Collection<?> items, Collection<?> others) {
        Set<Object> unwanted = new HashSet<>(others);
        List<Object> rest = new ArrayList<>();
        items.stream().filter(item -> !unwanted.contains(item)).forEach(rest::add);
        return rest;
    }

    private static String some(List<Object> items) {
        return brief(items.subList(0, Math.min(SHOWN, items.size()))) + more(items.size());
    }

    private static String more(int size) {
        return size > SHOWN ? " and " + (size - SHOWN) + " more" : "";
    }

    private static String brief(Object value) {
        String text = value == null ? "nil" : String.valueOf(value);
        return text.length() > LETTERS ? text.substring(0, LETTERS) + "…" : text;
    }
}
