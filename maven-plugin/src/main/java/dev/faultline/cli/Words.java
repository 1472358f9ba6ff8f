package dev.faultline.cli;

import dev.faultline.harness.claim.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Statuses, times and numbers as they are printed. */
final class Words {
    private Words() {}

    static String of(Status status) {
        return status.name().replace('_', ' ');
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    static String seeds(long seeds) {
        return seeds == 1 ? "1 seed" : seeds + " seeds";
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code 3 held, 1 violated}. */
    static String totals(Map<Status, Integer> totals) {
        List<String> parts = totals.entrySet().stream()
                .map(entry -> entry.getValue() + " " + of(entry.getKey()).toLowerCase(Locale.ROOT))
                .toList();
        return parts.isEmpty() ? "nothing finished" : String.join(", ", parts);
    }

    /** The text, cut to a length. */
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
