package dev.faultline.targets.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was measured, round by round, and the table of it: the median of all rounds, and their range. */
final class Results {
    private final Map<Row, Map<String, List<Double>>> rows = new LinkedHashMap<>();

    /** @param measure what was measured, and its unit */
    record Row(int connections, String measure) {}

    void add(int connections, String measure, String way, double value) {
        rows.computeIfAbsent(new Row(connections, measure), row -> new LinkedHashMap<>())
                .computeIfAbsent(way, name -> new ArrayList<>())
                .add(value);
    }

    /**
     * One row for everything measured, one column for every way.
     *
     * @param dividend the way that the last column divides by {@code divisor}, round by round
     */
    String table(List<String> ways, String dividend, String divisor) {
        StringBuilder table = new StringBuilder();
        String ratio = dividend + " / " + divisor;
        line(table, "connections", "measure", ways, ratio);
        line(
                table,
                "-".repeat(11),
                "-".repeat(30),
                ways.stream().map(way -> "-".repeat(20)).toList(),
                "-".repeat(18));
        rows.forEach((row, measured) -> line(
                table,
                Integer.toString(row.connections()),
                row.measure(),
                ways.stream()
                        .map(way -> cell(measured.getOrDefault(way, List.of()), 0))
                        .toList(),
                cell(ratios(measured, dividend, divisor), 2)));
        return table.toString();
    }

    private static void line(
            StringBuilder table, String connections, String measure, List<String> cells, String ratio) {
        String middle = cells.stream().map(cell -> String.format("%-20s", cell)).collect(Collectors.joining(" | "));
        table.append(String.format("| %-11s | %-30s | %s | %-18s |%n", connections, measure, middle, ratio));
    }

    private static List<Double> ratios(Map<String, List<Double>> measured, String dividend, String divisor) {
        List<Double> above = measured.getOrDefault(dividend, List.of());
        List<Double> below = measured.getOrDefault(divisor, List.of());
        return IntStream.range(0, Math.min(above.size(), below.size()))
                .mapToObj(round -> above.get(round) / below.get(round))
                .toList();
    }

    private static String cell(List<Double> values, int digits) {
        List<Double> sorted =
                values.stream().filter(value -> !value.isNaN()).sorted().toList();
        if (sorted.isEmpty()) {
            return "-";
        }
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + "–" + number + ")",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
