package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads Jepsen's {@code history.edn}: one map an event, perhaps with one vector or list around them all. */
final class EdnReader {
    private EdnReader() {}

    static List<Event> read(String file, Reader reader) throws IOException {
        Source source = new Source(file, reader, 1, 1);
        EdnParser parser = new EdnParser(source);
        List<Event> events = new ArrayList<>();
        int first = parser.peek();
        if (first == '[' || first == '(') {
            source.take();
            char close = first == '[' ? ']' : ')';
            while (!parser.closes(close)) {
                events.add(event(parser, source, events.size()));
            }
        }
        while (parser.peek() != Source.END) {
            if (first != '{' && first != '#') {
                throw source.expected("nothing after the history");
            }
            events.add(event(parser, source, events.size()));
        }
        return events;
    }

    private static Event event(EdnParser parser, Source source, int position) throws IOException {
        Place place = source.place();
        return new EventFields(parser.fields(), place).event(position);
    }
}
