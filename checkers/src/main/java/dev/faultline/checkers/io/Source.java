package dev.faultline.checkers.io;

import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** The characters of a file, one at a time, with the place where they stand. */
final class Source {
    static final int END = -1;

    private final String file;
    private final Reader reader;
    private int next;
    private int second;
    private int line;
    private int column;

    /** The characters of a reader, the first of which stands at a line and a column of the file. */
    Source(String file, Reader reader, int line, int column) throws IOException {
        this.file = file;
        this.reader = reader;
        this.line = line;
        this.column = column;
        next = read();
        second = read();
    }

    /** The next character, or {@link #END}. */
    int peek() {
        return next;
    }

    /** The character after the next. */
    int peekSecond() {
        return second;
    }

    /** Takes the next character. */
    int take() throws IOException {
        int taken = next;
        if (taken == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        next = second;
        second = next == END ? END : read();
        return taken;
    }

    /** The place of the next character. */
    Place place() {
        return new Place(file, line, column);
    }

    MalformedHistoryException expected(String what) {
        String found = next == END ? "the text ends" : "'" + Character.toString(next) + "' stands there";
        return place().malformed("expected " + what + ", but " + found);
    }

    private int read() throws IOException {
        try {
            return reader.read();
        } catch (CharacterCodingException e) {
            throw place().malformed("expected text in UTF-8, but other bytes follow");
        }
    }
}
