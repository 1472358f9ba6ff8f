package dev.faultline.reports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The figures and structures of a check, arranged for a page whatever the checker was.
 *
 * @param facts numbers and words
 * @param tables lists of things that have the same fields, and maps
 * @param lists long lists, folded
 */
record Details(List<RunView.Fact> facts, List<Table> tables, List<Folded> lists) {
    private static final int MOST_ITEMS = 2_000;
    private static final int MOST_ROWS = 200;
    private static final int SHORT = 12;

    /** @param note what is left out, in words; empty when nothing is */
    record Table(String name, List<String> columns, List<List<String>> rows, String note) {}

    /** A list whose items stand one after the other. */
    record Folded(String name, int size, String text) {}

    static Details of(Map<String, Object> details) {
        Details arranged = new Details(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        details.forEach((key, value) -> arranged.add(words(key), value));
        return arranged;
    }

    private void add(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            addMap(name, map);
        } else if (value instanceof List<?> list) {
            addList(name, list);
        } else {
            facts.add(new RunView.Fact(name, Wording.value(value)));
        }
    }

    private void addMap(String name, Map<?, ?> map) {
        if (map.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        map.forEach((key, value) -> rows.add(List.of(words(String.valueOf(key)), cell(value))));
        tables.add(table(name, List.of(), rows));
    }

    private void addList(String name, List<?> list) {
        if (!list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
            tables.add(tableOf(name, list));
        } else if (list.size() <= SHORT) {
            facts.add(new RunView.Fact(name, list.isEmpty() ? "none" : joined(list)));
        } else {
            lists.add(new Folded(name, list.size(), joined(list)));
        }
    }

    private static Table tableOf(String name, List<?> list) {
        Set<Object> columns = new LinkedHashSet<>();
        list.stream().limit(MOST_ROWS).forEach(row -> columns.addAll(((Map<?, ?>) row).keySet()));
        List<List<String>> rows = new ArrayList<>();
        for (Object row : list) {
            Map<?, ?> fields = (Map<?, ?>) row;
            rows.add(columns.stream().map(column -> cell(fields.get(column))).toList());
        }
        return table(
                name, columns.stream().map(String::valueOf).map(Details::words).toList(), rows);
    }

    private static Table table(String name, List<String> columns, List<List<String>> rows) {
        int left = rows.size() - MOST_ROWS;
        return left <= 0
                ? new Table(name, columns, rows, "")
                : new Table(name, columns, rows.subList(0, MOST_ROWS), Wording.count(left, "more row"));
    }

    private static String cell(Object value) {
        if (value instanceof List<?> list) {
            return joined(list);
        }
        return value == null ? "" : value instanceof String text ? text : Wording.value(value);
    }

    private static String joined(List<?> list) {
        String text = String.join(
                ", ", list.stream().limit(MOST_ITEMS).map(Details::cell).toList());
        return list.size() <= MOST_ITEMS ? text : text + ", and " + (list.size() - MOST_ITEMS) + " more";
    }

    /** {@code partialLinearization} becomes "partial linearization". */
    private static String words(String key) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(key.charAt(i - 1));
            words.append(hump ? " " + Character.toLowerCase(c) : c);
        }
        return words.toString();
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }
}
