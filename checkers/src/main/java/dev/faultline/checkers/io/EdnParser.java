package dev.faultline.checkers.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads EDN values (github.com/edn-format/edn), one at a time.
 *
 * <p>Vectors, lists and sets become lists; symbols and characters become strings; tags and metadata are dropped. Values
 * may be nested {@value #MAXIMUM_DEPTH} deep, tags included.
 */
final class EdnParser {
    private static final int MAXIMUM_DEPTH = 200;

    private final Source source;
    private final EdnAtoms atoms;
    private int depth;

    EdnParser(Source source) {
        this.source = source;
        this.atoms = new EdnAtoms(source);
    }

    /** Skips white space, commas, comments and discarded values; answers the next character, which is not taken. */
    int peek() throws IOException {
        while (true) {
            source.skipBlanks();
            int c = source.peek();
            if (c == ';') {
                skipLine();
            } else if (c == '#' && source.peekSecond() == '_') {
                open();
                source.take();
                value();
                depth--;
            } else {
                return c;
            }
        }
    }

    /** The next value. */
    Object value() throws IOException {
        return switch (peek()) {
            case Source.END -> throw source.expected("a value");
            case '{' -> map();
            case '[' -> list(']');
            case '(' -> list(')');
            case '#' -> dispatched();
            case '^' -> annotated();
            case '"' -> atoms.string();
            case ':' -> atoms.keyword();
            case '\\' -> atoms.character();
            default -> atoms.symbolOrNumber();
        };
    }

    /** Takes the closing bracket, if it comes next. */
    boolean closes(char bracket) throws IOException {
        int c = peek();
        if (c == Source.END) {
            throw source.expected("'" + bracket + "'");
        }
        if (c == bracket) {
            source.take();
            return true;
        }
        return false;
    }

    private List<Object> list(char close) throws IOException {
        open();
        List<Object> items = new ArrayList<>();
        while (!closes(close)) {
            items.add(value());
        }
        depth--;
        return items;
    }

    private Map<Object, Object> map() throws IOException {
        open();
        Map<Object, Object> map = new LinkedHashMap<>();
        while (!closes('}')) {
            Object key = value();
            if (peek() == '}') {
                throw source.expected("the value of " + key);
            }
            map.put(key, value());
        }
        depth--;
        return map;
    }

    /** A set, a special number, or a tag and its value. */
    private Object dispatched() throws IOException {
        open();
        Object value =
                switch (source.peek()) {
                    case '{' -> list('}');
                    case '#' -> {
                        source.take();
                        yield atoms.specialNumber();
                    }
                    default -> {
                        atoms.token("a tag");
                        yield value();
                    }
                };
        depth--;
        return value;
    }

    private Object annotated() throws IOException {
        open();
        value();
        Object value = value();
        depth--;
        return value;
    }

    private void metadata() throws IOException {
        open();
        value();
        depth--;
    }

    private void open() throws IOException {
        if (++depth > MAXIMUM_DEPTH) {
            throw source.expected("at most " + MAXIMUM_DEPTH + " levels of brackets");
        }
        source.take();
    }

    private void skipLine() throws IOException {
        while (source.peek() != '\n' && source.peek() != Source.END) {
            source.take();
        }
    }

    /** An event's fields. Its keys are names, of which only those that an event has are kept. */
    EventFields fields() throws IOException {
        EventFields fields = new EventFields(source.place());
        if (!entersMap()) {
            value();
            throw fields.place()
                    .malformed("expected an event, which is a map such as {:type :invoke, :process 0, :f :read}");
        }
        open();
        while (!closes('}')) {
            String key = key();
            if (peek() == '}') {
                throw source.expected("the value of " + key);
            }
            fields.put(key, value());
        }
        depth--;
        return fields;
    }

    private String key() throws IOException {
        if (source.peek() == ':') {
            source.take();
            return atoms.token("the name of a keyword");
        }
        return EventFields.name(value());
    }

    /** Goes past tags and metadata; answers whether a map follows, whose bracket is not taken. */
    private boolean entersMap() throws IOException {
        while (true) {
            int c = peek();
            if (c == '#' && source.peekSecond() != '{' && source.peekSecond() != '#') {
                source.take();
                atoms.token("a tag");
            } else if (c == '^') {
                metadata();
            } else {
                return c == '{';
            }
        }
    }
}
