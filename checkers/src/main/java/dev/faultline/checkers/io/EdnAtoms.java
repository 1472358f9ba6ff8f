package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Keyword;
import java.io.IOException;
import java.util.Map;

/** Reads the EDN values that hold no others. */
final class EdnAtoms {
    private static final Map<Character, Character> ESCAPES =
            Map.of('n', '\n', 't', '\t', 'r', '\r', 'b', '\b', 'f', '\f', '"', '"', '\\', '\\', '/', '/');
    private static final Map<String, String> NAMED_CHARACTERS =
            Map.of("newline", "\n", "return", "\r", "space", " ", "tab", "\t");

    private final Source source;

    EdnAtoms(Source source) {
        this.source = source;
    }

    String string() throws IOException {
        source.take();
        String plain = source.plainString();
        return plain != null ? plain : richString();
    }

    private String richString() throws IOException {
        StringBuilder text = new StringBuilder();
        while (source.peek() != '"') {
            if (source.peek() == Source.END) {
                throw source.expected("the closing '\"' of a string");
            }
            int c = source.take();
            text.appendCodePoint(c == '\\' ? escaped() : c);
        }
        source.take();
        return text.toString();
    }

    private int escaped() throws IOException {
        if (source.peek() == 'u') {
            source.take();
            return codeUnit();
        }
        Character c = ESCAPES.get((char) source.peek());
        if (c == null) {
            throw source.expected("one of n t r b f u \" \\ after a backslash");
        }
        source.take();
        return c;
    }

    private int codeUnit() throws IOException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(source.peek(), 16);
            if (digit < 0) {
                throw source.expected("four hexadecimal digits after \\u");
            }
            unit = 16 * unit + digit;
            source.take();
        }
        return unit;
    }

    Keyword keyword() throws IOException {
        source.take();
        return source.names().keyword(token("the name of a keyword"));
    }

    String character() throws IOException {
        source.take();
        // A delimiter may be the character itself, as in \( or \;.
        String first = Character.toString(source.peek() == Source.END ? ' ' : source.take());
        String name = Utf8.isDelimiter(source.peek()) ? first : first + token("a character");
        return NAMED_CHARACTERS.getOrDefault(name, name);
    }

    Double specialNumber() throws IOException {
        Place place = source.place();
        String name = token("Inf, -Inf or NaN");
        return switch (name) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> throw place.malformed("expected ##Inf, ##-Inf or ##NaN, not ##" + name);
        };
    }

    Object symbolOrNumber() throws IOException {
        Long whole = source.wholeNumber();
        if (whole != null) {
            return whole;
        }
        Place place = source.place();
        String token = token("a value");
        return switch (token) {
            case "nil" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> isNumber(token) ? number(token, place) : token;
        };
    }

    private static boolean isNumber(String token) {
        int first = token.charAt(0) == '-' || token.charAt(0) == '+' ? 1 : 0;
        return token.length() > first && Character.isDigit(token.charAt(first));
    }

    /** A whole number of 64 bits, perhaps marked N, or a decimal, perhaps marked M. */
    private static Object number(String token, Place place) {
        boolean isMarked = token.endsWith("N") || token.endsWith("M");
        String digits = isMarked ? token.substring(0, token.length() - 1) : token;
        try {
            if (digits.matches("[-+]?\\d+") && !token.endsWith("M")) {
                return Long.valueOf(digits);
            }
            if (digits.matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?")) {
                return Double.valueOf(digits);
            }
        } catch (NumberFormatException e) {
            throw place.malformed("expected a whole number of at most 64 bits, not " + token);
        }
        throw place.malformed("expected a number, not " + token);
    }

    /** The characters up to a delimiter, of which there is at least one. */
    String token(String what) throws IOException {
        String token = source.token();
        if (token.isEmpty()) {
            throw source.expected(what);
        }
        return token;
    }
}
