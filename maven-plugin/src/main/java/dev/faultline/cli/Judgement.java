package dev.faultline.cli;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.Event;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A judged history, as it is printed. */
record Judgement(String file, String property, CheckResult result) {
    private static final int MOST = 40;

    /** The verdict, its reason, and what shows it. */
    void tell(Terminal terminal) {
        terminal.line(file + ": " + sentence());
        for (Event event : result.evidence()) {
            terminal.line("  event " + event.index() + ": process " + event.process() + " "
                    + event.type().name().toLowerCase(Locale.ROOT) + " :" + event.f() + " " + event.value());
        }
    }

    private String sentence() {
        return switch (result.verdict()) {
            case VALID -> "VALID. The history is " + kept() + "." + spaced(result.explanation());
            case INVALID -> "INVALID. It violates " + property + "." + spaced(result.explanation());
            case UNKNOWN -> "UNKNOWN. Nobody could decide " + property + "." + spaced(result.explanation());
        };
    }

    private String kept() {
        return property.equals("linearizable") || property.equals("sequential")
                ? property
                : "one that keeps " + property;
    }

    private static String spaced(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    /** Everything that the checker found out, however it is structured. */
    void explain(Terminal terminal) {
        result.details().forEach((name, value) -> line(terminal, "  ", name, value));
    }

    private static void line(Terminal terminal, String indent, String name, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            terminal.line(indent + name + ":");
            map.forEach((key, inner) -> line(terminal, indent + "  ", String.valueOf(key), inner));
        } else if (value instanceof List<?> list && !list.isEmpty() && isNested(list.get(0))) {
            list.stream().limit(MOST).forEach(inner -> line(terminal, indent, name, inner));
            rest(terminal, indent, list.size());
        } else {
            terminal.line(indent + name + ": " + text(value));
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof Map;
    }

    private static void rest(Terminal terminal, String indent, int size) {
        if (size > MOST) {
            terminal.line(indent + "and " + (size - MOST) + " more");
        }
    }

    private static String text(Object value) {
        if (!(value instanceof List<?> list)) {
            return String.valueOf(value);
        }
        String shown =
                String.join(", ", list.stream().limit(MOST).map(String::valueOf).toList());
        if (list.isEmpty()) {
            return "none";
        }
        return list.size() <= MOST ? shown : shown + ", and " + (list.size() - MOST) + " more";
    }
}
