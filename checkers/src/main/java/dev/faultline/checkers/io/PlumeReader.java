package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Keyword;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads transactions on registers in text, one operation a line: {@link Format#PLUME}. */
final class PlumeReader {
    static final Keyword READ = new Keyword("r");
    static final Keyword WRITE = new Keyword("w");

    private final Source source;
    private final EventSink sink;
    private final Set<List<Long>> ended = new HashSet<>();
    private List<Object> asked = new ArrayList<>();
    private List<Object> done = new ArrayList<>();
    private Place begin;
    private long session;
    private long transaction;

    private PlumeReader(Source source, EventSink sink) {
        this.source = source;
        this.sink = sink;
    }

    static void read(InputStream in, EventSink sink) throws IOException {
        new PlumeReader(new Source(sink.file(), in), sink).transactions();
    }

    private void transactions() throws IOException {
        skipBlanks();
        while (source.peek() != Source.END) {
            operation();
            skipBlanks();
        }
        end();
    }

    private void operation() throws IOException {
        Place place = source.place();
        boolean isRead = source.peek() == 'r';
        if (!isRead && source.peek() != 'w') {
            throw source.expected("r(key,value,session,transaction) or w(key,value,session,transaction)");
        }
        source.take();
        long key = number('(');
        long value = number(',');
        long nextSession = number(',');
        long nextTransaction = number(',');
        take(')');
        if (nextSession < 0 || nextSession > Integer.MAX_VALUE) {
            throw place.malformed("expected a session from 0 to " + Integer.MAX_VALUE + ", not " + nextSession);
        }
        if (done.isEmpty() || nextSession != session || nextTransaction != transaction) {
            end();
            begin(place, nextSession, nextTransaction);
        }
        add(isRead, key, value);
    }

    private void begin(Place place, long nextSession, long nextTransaction) {
        begin = place;
        session = nextSession;
        transaction = nextTransaction;
        if (!ended.add(List.of(session, transaction))) {
            throw place.malformed("expected the operations of transaction " + transaction + " of session " + session
                    + " to stand together, but some stand earlier");
        }
    }

    private void add(boolean isRead, long key, long value) {
        Long result = isRead && value == 0 ? null : Long.valueOf(value);
        List<Object> operation = Arrays.asList(isRead ? READ : WRITE, key, result);
        done.add(operation);
        asked.add(isRead ? Arrays.asList(READ, key, null) : operation);
    }

    private void end() {
        if (!done.isEmpty()) {
            put(EventType.INVOKE, asked);
            put(EventType.OK, done);
            asked = new ArrayList<>();
            done = new ArrayList<>();
        }
    }

    private void put(EventType type, List<Object> value) {
        int position = sink.size();
        sink.add(new Event(position, position, type, (int) session, "txn", value, null, null), begin);
    }

    /** The number after a punctuation mark. */
    private long number(char mark) throws IOException {
        take(mark);
        skipSpaces();
        Long number = source.wholeNumber();
        if (number != null) {
            return number;
        }
        Place place = source.place();
        String token = source.token();
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw place.malformed("expected a whole number of at most 64 bits, not '" + token + "'");
        }
    }

    private void take(char mark) throws IOException {
        skipSpaces();
        if (source.peek() != mark) {
            throw source.expected("'" + mark + "'");
        }
        source.take();
    }

    private void skipSpaces() throws IOException {
        while (source.peek() == ' ' || source.peek() == '\t') {
            source.take();
        }
    }

    private void skipBlanks() throws IOException {
        while (Character.isWhitespace(source.peek())) {
            source.take();
        }
    }
}
