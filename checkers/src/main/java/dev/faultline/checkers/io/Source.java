package dev.faultline.checkers.io;

import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * The characters of a file in UTF-8, with the place where they stand.
 *
 * <p>Tokens and strings in ASCII that lie within the buffer are taken at once; everything else character by character.
 */
final class Source {
    static final int END = -1;

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_WHOLE = 18;

    private final String file;
    private final InputStream in;
    private final byte[] buffer;
    private final Names names;
    private int position;
    private int limit;
    private boolean ended;
    private int line;
    /** Where the buffer's first byte would be in the line if every character were one byte; the column counts from here. */
    private long column;

    /** A file. The stream is not closed. */
    Source(String file, InputStream in) {
        this(file, in, new byte[BUFFER], 0, new Names());
        line = 1;
        column = 1;
    }

    private Source(String file, InputStream in, byte[] buffer, int limit, Names names) {
        this.file = file;
        this.in = in;
        this.buffer = buffer;
        this.limit = limit;
        this.names = names;
    }

    /** One line of a file, or its end from a column on. */
    static Source ofLine(String file, String text, int line, int column, Names names) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Source source = new Source(file, InputStream.nullInputStream(), bytes, bytes.length, names);
        source.line = line;
        source.column = column;
        return source;
    }

    Names names() {
        return names;
    }

    /** The next character, or {@link #END}. */
    int peek() throws IOException {
        if (position == limit && !has(1)) {
            return END;
        }
        byte first = buffer[position];
        return first >= 0 ? first : decoded(Utf8.length(first));
    }

    /** The byte after the next, which is an ASCII character, or {@link #END}. */
    int peekSecond() throws IOException {
        return has(2) ? buffer[position + 1] : END;
    }

    /** Takes the next character. */
    int take() throws IOException {
        int taken = peek();
        if (taken == END) {
            return END;
        }
        if (taken < 0x80) {
            position++;
            if (taken == '\n') {
                line++;
                column = 1L - position;
            }
        } else {
            int length = Utf8.length(buffer[position]);
            position += length;
            column -= length - Character.charCount(taken);
        }
        return taken;
    }

    /** Skips white space and commas. */
    void skipBlanks() throws IOException {
        while (true) {
            while (position < limit && (buffer[position] == ' ' || buffer[position] == ',')) {
                position++;
            }
            int c = peek();
            if (c != ',' && !Character.isWhitespace(c)) {
                return;
            }
            take();
        }
    }

    /** The next token, which may be empty. */
    String token() throws IOException {
        int end = tokenEnd();
        if (end < 0) {
            return longToken();
        }
        String token = names.name(buffer, position, end);
        position = end;
        return token;
    }

    /** Takes a token that is a whole number of at most 18 digits; {@code null}, and takes nothing, when there is none. */
    Long wholeNumber() {
        int end = tokenEnd();
        int begin = end > position && buffer[position] == '-' ? position + 1 : position;
        if (end <= begin || end - begin > LONGEST_WHOLE) {
            return null;
        }
        long number = 0;
        for (int i = begin; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = 10 * number + digit;
        }
        number = begin > position ? -number : number;
        position = end;
        return number;
    }

    /** Takes a string's text and its closing quote; {@code null}, and takes nothing, when it is not plain. */
    String plainString() {
        int end = position;
        while (end < limit && buffer[end] >= ' ' && buffer[end] != '"' && buffer[end] != '\\') {
            end++;
        }
        if (end == limit || buffer[end] != '"') {
            return null;
        }
        String text = new String(buffer, position, end - position, StandardCharsets.ISO_8859_1);
        position = end + 1;
        return text;
    }

    /** Where the next token ends; -1 when it is not ASCII or the buffer ends first. */
    private int tokenEnd() {
        int end = position;
        while (end < limit && buffer[end] >= 0 && !Utf8.isDelimiter(buffer[end])) {
            end++;
        }
        return end == limit || buffer[end] < 0 ? -1 : end;
    }

    private String longToken() throws IOException {
        StringBuilder token = new StringBuilder();
        while (!Utf8.isDelimiter(peek())) {
            token.appendCodePoint(take());
        }
        return token.toString();
    }

    private int decoded(int length) throws IOException {
        int c = length > 0 && has(length) ? Utf8.decode(buffer, position, length) : -1;
        if (c < 0) {
            throw place().malformed("expected text in UTF-8, but other bytes follow");
        }
        return c;
    }

    /** Fills the buffer until it holds so many bytes; answers whether the file has as many. */
    private boolean has(int count) throws IOException {
        while (limit - position < count && !ended) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            column += position;
            limit -= position;
            position = 0;
            int read = read();
            ended = read < 0;
            limit += Math.max(0, read);
        }
        return limit - position >= count;
    }

    private int read() throws IOException {
        try {
            // A buffer that is full from the start has no stream behind it.
            return limit == buffer.length ? -1 : in.read(buffer, limit, buffer.length - limit);
        } catch (ZipException | EOFException e) {
            throw place().incomplete(e);
        }
    }

    /** The place of the next character. */
    Place place() {
        return new Place(file, line, (int) Math.min(Integer.MAX_VALUE, column + position));
    }

    MalformedHistoryException expected(String what) throws IOException {
        int next = peek();
        String found = next == END ? "the text ends" : "'" + Character.toString(next) + "' stands there";
        return place().malformed("expected " + what + ", but " + found);
    }
}
