package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Keyword;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads EDN values (github.com/edn-format/edn), one at a time.
 *
 * <p>Vectors, lists and sets become lists; symbols and characters become strings; tags and metadata are dropped. Values
 * may be nested {@value #MAXIMUM_DEPTH} deep.
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
            int c = source.peek();
            if (c == ';') {
                skipLine();
            } else if (c == '#' && source.peekSecond() == '_') {
                source.take();
                source.take();
                value();
            } else if (c == ',' || Character.isWhitespace(c)) {
                source.take();
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
        source.take();
        if (source.peek() == '{') {
            return list('}');
        }
        if (source.peek() == '#') {
            source.take();
            return atoms.specialNumber();
        }
        atoms.token("a tag");
        return value();
    }

    private Object annotated() throws IOException {
        open();
        value();
        depth--;
        return value();
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

    /** A map whose keys are keywords, by their names. */
    Map<String, Object> fields() throws IOException {
        Place place = source.place();
        if (!(value() instanceof Map<?, ?> map)) {
            throw place.malformed("expected an event, which is a map such as {:type :invoke, :process 0, :f :read}");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put(key instanceof Keyword k ? k.name() : String.valueOf(key), value));
        return fields;
    }
}
