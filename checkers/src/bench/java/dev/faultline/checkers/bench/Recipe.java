package dev.faultline.checkers.bench;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a made history is like.
 *
 * @param kind of which object: {@code register}, {@code cas}, {@code queue}, {@code set}, {@code kv}
 * @param operations how many
 * @param clients how many call at once
 * @param broken whether one answer near the end is wrong
 */
record Recipe(String kind, int operations, int clients, boolean broken) {
    private static final Pattern SHAPE =
            Pattern.compile("(register|cas|queue|set|kv):([1-9]\\d{0,7}):([1-9]\\d{0,3})(:bad)?");
    private static final String SMALL = "register:10000:10,register:100000:10,cas:10000:10,"
            + "queue:100:5,queue:1000:5,set:100000:10,kv:100000:20,kv:100000:20:bad";
    private static final String FULL = SMALL + ",register:1000:20,register:10000:50,register:100000:5:bad,register:1000000:50,"
            + "cas:100000:10,cas:10000:20,queue:100000:20:bad,queue:1000000:20,set:1000000:10,kv:1000000:20";

    /**
     * The recipes of a size: {@code small}, {@code full}, {@code none}, or a list such as
     * {@code queue:2000:5,register:10000:20:bad}.
     */
    static List<Recipe> ofSize(String size) {
        String all =
                switch (size) {
                    case "small" -> SMALL;
                    case "full" -> FULL;
                    case "none" -> "";
                    default -> size;
                };
        return Arrays.stream(all.split(",", -1))
                .filter(item -> !item.isEmpty())
                .map(Recipe::parse)
                .toList();
    }

    String model() {
        return switch (kind) {
            case "cas" -> "cas-register";
            case "queue" -> "fifo-queue";
            default -> kind;
        };
    }

    String fileName() {
        return kind + "-" + operations + "-" + clients + (broken ? "-bad" : "") + ".edn";
    }

    Simulated object() {
        return switch (kind) {
            case "register" -> new SimulatedRegisters(0);
            case "kv" -> new SimulatedRegisters(100);
            case "cas" -> new SimulatedCas();
            case "queue" -> new SimulatedQueue();
            default -> new SimulatedSet(Math.max(1, operations / 100));
        };
    }

    /** The share of operations of which nobody learns how they ended. */
    double lost() {
        return kind.equals("cas") ? 0.01 : 0;
    }

    private static Recipe parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no size, so no history is made. "
                    + "Write small, full, none, or <kind>:<operations>:<clients>[:bad] with a kind of register, cas, queue, set, kv.");
        }
        return new Recipe(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4) != null);
    }
}
