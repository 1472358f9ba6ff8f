package dev.faultline.reports;

import dev.faultline.checkers.history.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values, messages, faults and times in words. */
final class Wording {
    /** Beyond this many characters a value is cut; the whole of it is in the raw files. */
    private static final int LONGEST = 240;

    private static final double NANOS_PER_MICRO = 1e3;

    private Wording() {}

    /** A value of a history or a field of a message. */
    static String value(Object value) {
        return limited(whole(value));
    }

    private static String whole(Object value) {
        if (value instanceof Map<?, ?> map) {
            return isMessage(map) ? wholeMessage(map) : "{" + fields(map) + "}";
        }
        if (value instanceof Collection<?> many) {
            return "[" + String.join(", ", many.stream().map(Wording::whole).toList()) + "]";
        }
        return String.valueOf(value);
    }

    private static boolean isMessage(Map<?, ?> map) {
        return map.get("type") instanceof String;
    }

    /** A message with its fields, such as {@code AppendEntries(term 3, leader n1)}. */
    static String message(Object message) {
        return limited(message instanceof Map<?, ?> map && isMessage(map) ? wholeMessage(map) : whole(message));
    }

    private static String wholeMessage(Map<?, ?> message) {
        if (isEnvelope(message)) {
            return whole(message.get("payload")) + " as number " + message.get("sequence") + " of the link";
        }
        String fields = fields(message);
        return type(message) + (fields.isEmpty() ? "" : "(" + fields + ")");
    }

    private static String fields(Map<?, ?> map) {
        List<String> fields = new ArrayList<>();
        map.forEach((key, value) -> {
            if (!key.equals("type") || !isMessage(map)) {
                fields.add(key + " " + whole(value));
            }
        });
        return String.join(", ", fields);
    }

    /** The type of a message alone, such as {@code AppendEntries}; of what is inside for a link's envelope. */
    static String type(Object message) {
        if (!(message instanceof Map<?, ?> map) || !isMessage(map)) {
            return limited(whole(message));
        }
        return isEnvelope(map) ? type(map.get("payload")) : camelCase((String) map.get("type"));
    }

    private static boolean isEnvelope(Map<?, ?> message) {
        return "data".equals(message.get("type"))
                && message.containsKey("sequence")
                && message.get("payload") instanceof Map<?, ?> payload
                && isMessage(payload);
    }

    /** Whether a message is only a link's note that another one arrived. */
    static boolean isAcknowledgement(Object message) {
        return message instanceof Map<?, ?> map
                && "acknowledgement".equals(map.get("type"))
                && map.containsKey("incarnation")
                && map.containsKey("sequence");
    }

    private static String camelCase(String snakeCase) {
        StringBuilder camel = new StringBuilder();
        for (String part : snakeCase.split("_", -1)) {
            if (!part.isEmpty()) {
                camel.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return camel.toString();
    }

    /** What a client did or saw. */
    static String event(Event event) {
        String value = event.value() == null ? "" : " " + value(event.value());
        String node = event.node() == null ? "" : " at " + event.node();
        String error = event.error() == null ? "" : " (" + value(event.error()) + ")";
        String who = "process " + event.process();
        return switch (event.type()) {
            case INVOKE -> who + " invokes " + event.f() + value + node;
            case OK -> who + ": " + event.f() + value + " is ok" + node;
            case FAIL -> who + ": " + event.f() + value + " fails" + node + error;
            case INFO -> who + ": nobody knows whether " + event.f() + value + " took effect" + node + error;
        };
    }

    /** The fault of a trace line, whose {@code what} is its name and what it hit. */
    static String fault(Object what) {
        return what instanceof List<?> pair && pair.size() == 2
                ? fault(String.valueOf(pair.get(0)), pair.get(1))
                : value(what);
    }

    /** A timer, without the parentheses of a record that has nothing in it. */
    static String timer(Object timeout) {
        String name = value(timeout);
        return name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    }

    /** A fault with what it hit, such as {@code partition n1 | n2 n3}. */
    static String fault(String f, Object value) {
        String hit = victims(value);
        return hit.isEmpty() ? f : f + " " + hit;
    }

    private static String victims(Object value) {
        if (!(value instanceof Collection<?> many)) {
            return value == null ? "" : value(value);
        }
        boolean sides = many.stream().anyMatch(Collection.class::isInstance);
        List<String> parts = many.stream()
                .map(part -> part instanceof Collection<?> side
                        ? String.join(" ", side.stream().map(Wording::value).toList())
                        : value(part))
                .toList();
        return limited(String.join(sides ? " | " : " ", parts));
    }

    static String limited(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** A time of a run in milliseconds, to the microsecond. */
    static String millis(long nanos) {
        return trimmed(decimal(Math.round(nanos / NANOS_PER_MICRO), 3)) + " ms";
    }

    /** A number from 0 that is given in units of its last decimal place. Much quicker than a format. */
    static String decimal(long units, int places) {
        String digits = Long.toString(units);
        String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
        int point = padded.length() - places;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    /** A number with as many digits as a reader needs. */
    static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        String format = Math.abs(number) < 10 ? "%.3f" : Math.abs(number) < 100 ? "%.2f" : "%.1f";
        return trimmed(String.format(Locale.ROOT, format, number));
    }

    /** Without the zeros at the end of a fraction. */
    private static String trimmed(String decimal) {
        int end = decimal.length();
        while (decimal.charAt(end - 1) == '0') {
            end--;
        }
        return decimal.substring(0, decimal.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** A wall time. */
    static String wallTime(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 120_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : String.format(Locale.ROOT, "%d min %d s", millis / 60_000, millis / 1000 % 60);
    }

    /** A number with its noun, such as {@code 1 seed} or {@code 5 seeds}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
