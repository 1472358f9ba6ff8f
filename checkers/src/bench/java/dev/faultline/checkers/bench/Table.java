package dev.faultline.checkers.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, with columns of equal width. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
        rows.add(rows.get(0).stream().map(heading -> "-".repeat(heading.length())).toList());
    }

    void add(List<String> row) {
        rows.add(row);
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String cell = row.get(column);
                    String padding = cell.startsWith("--") ? "-" : " ";
                    return cell + padding.repeat(widths.get(column) - cell.length());
                })
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    static String seconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return "-";
        }
        double millis = seconds * 1_000;
        if (millis < 10) {
            return String.format(Locale.ROOT, "%.2f ms", millis);
        }
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static String bytes(long bytes) {
        if (bytes == 0) {
            return "-";
        }
        double mega = (double) bytes / (1 << 20);
        return mega < 1_000
                ? String.format(Locale.ROOT, "%.0f MB", mega)
                : String.format(Locale.ROOT, "%.1f GB", mega / (1 << 10));
    }
}
