package dev.faultline.checkers.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads Jepsen's {@code history.edn}: one map an event, perhaps with one vector or list around them all. */
final class EdnReader {
    private EdnReader() {}

    static void read(String file, InputStream in, Consumer<EventFields> sink) throws IOException {
        Source source = new Source(file, in);
        EdnParser parser = new EdnParser(source);
        int first = parser.peek();
        if (first == '[' || first == '(') {
            source.take();
            char close = first == '[' ? ']' : ')';
            while (!parser.closes(close)) {
                sink.accept(parser.fields());
            }
        }
        while (parser.peek() != Source.END) {
            if (first != '{' && first != '#') {
                throw source.expected("nothing after the history");
            }
            sink.accept(parser.fields());
        }
    }
}
