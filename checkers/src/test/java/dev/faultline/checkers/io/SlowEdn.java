package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Keyword;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plain parser of correct EDN in a string, to compare the fast one with. */
final class SlowEdn {
    private String rest;

    private SlowEdn(String text) {
        this.rest = text;
    }

    static Object parse(String text) {
        return new SlowEdn(text).value();
    }

    private Object value() {
        skip();
        char c = rest.charAt(0);
        if (rest.startsWith("#{")) {
            return items(2, "}");
        }
        if (c == '#') {
            rest = rest.substring(token().length());
            return value();
        }
        return switch (c) {
            case '[' -> items(1, "]");
            case '(' -> items(1, ")");
            case '{' -> map();
            case '"' -> string();
            default -> atom();
        };
    }

    private void skip() {
        while (true) {
            rest = rest.replaceFirst("^[\\s,]+", "");
            if (rest.startsWith(";")) {
                rest = rest.replaceFirst("^;[^\\n]*", "");
            } else if (rest.startsWith("#_")) {
                rest = rest.substring(2);
                value();
            } else {
                return;
            }
        }
    }

    private List<Object> items(int opening, String close) {
        rest = rest.substring(opening);
        List<Object> items = new ArrayList<>();
        for (skip(); !rest.startsWith(close); skip()) {
            items.add(value());
        }
        rest = rest.substring(1);
        return items;
    }

    private Map<Object, Object> map() {
        List<Object> items = items(1, "}");
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i += 2) {
            map.put(items.get(i), items.get(i + 1));
        }
        return map;
    }

    private String string() {
        int end = 1;
        while (rest.charAt(end) != '"') {
            end += rest.charAt(end) == '\\' ? 2 : 1;
        }
        String text = rest.substring(1, end);
        rest = rest.substring(end + 1);
        return text.translateEscapes();
    }

    private Object atom() {
        String token = token();
        rest = rest.substring(token.length());
        if (token.startsWith(":")) {
            return new Keyword(token.substring(1));
        }
        if (token.matches("[-+]?\\d+N?")) {
            return Long.valueOf(token.replace("N", ""));
        }
        if (token.matches("[-+]?\\d.*")) {
            return Double.valueOf(token.replace("M", ""));
        }
        return switch (token) {
            case "nil" -> null;
            case "true", "false" -> Boolean.valueOf(token);
            default -> token;
        };
    }

    private String token() {
        return rest.split("[\\s,;\"()\\[\\]{}]", 2)[0];
    }
}
