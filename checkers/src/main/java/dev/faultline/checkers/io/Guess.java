package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Tells a file's format from how it begins. */
final class Guess {
    private static final String EDN_BEGINS = "{[(#^";

    private final Source source;
    private final EdnParser parser;

    private Guess(Source source) {
        this.source = source;
        this.parser = new EdnParser(source);
    }

    static Format of(Stored file) throws IOException {
        Place begin;
        try (InputStream in = file.open()) {
            Guess guess = new Guess(new Source(file.name(), in));
            begin = guess.source.place();
            int first = guess.parser.peek();
            if ((first == 'r' || first == 'w') && guess.source.peekSecond() == '(') {
                return Format.PLUME;
            }
            if (first == '{' && guess.isJson()) {
                return Format.JSONL;
            }
            if (first == Source.END || EDN_BEGINS.indexOf(first) >= 0) {
                return edn(file);
            }
        }
        try (InputStream in = file.open()) {
            if (LogReader.accepts(in)) {
                return Format.JEPSEN_LOG;
            }
        } catch (ZipException | EOFException e) {
            throw begin.incomplete(e);
        }
        throw begin.malformed("expected a history in EDN, in JSON lines, or in lines such as"
                + " \"INFO  jepsen.util - 3 :invoke :write 4\" or \"r(1,2,0,0)\"");
    }

    /** Whether a text follows the bracket. */
    private boolean isJson() throws IOException {
        source.take();
        return parser.peek() == '"';
    }

    private static Format edn(Stored file) throws IOException {
        try (InputStream in = file.open()) {
            Guess guess = new Guess(new Source(file.name(), in));
            int first = guess.parser.peek();
            if (first == '[' || first == '(') {
                guess.source.take();
            }
            return guess.edn();
        }
    }

    /** One of the formats in EDN, told from the first event of a client. */
    private Format edn() throws IOException {
        try {
            Event event;
            do {
                int c = parser.peek();
                if (c == Source.END || c == ']' || c == ')') {
                    return Format.EDN;
                }
                EventFields fields = parser.fields();
                if (fields.isKeyed()) {
                    return Format.PORCUPINE_KV;
                }
                fields.putMissing("f", "txn");
                fields.putMissing("process", 0L);
                event = fields.event(0);
            } while (event.isNemesis());
            return LoneCompletions.isTransaction(event) ? Format.ELLE : Format.EDN;
        } catch (MalformedHistoryException e) {
            // Reading it says what is wrong, and where.
            return Format.EDN;
        }
    }
}
