package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the events in the log of an older Jepsen: {@code INFO  jepsen.util - 3 :invoke :write 4}, separated by any white
 * space. Lines of other loggers are skipped.
 */
final class LogReader {
    private static final String LOGGER = "jepsen.util - ";

    private LogReader() {}

    /** Whether a line is an event. */
    static boolean accepts(String line) {
        return line.contains(LOGGER);
    }

    static List<Event> read(String file, Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<Event> events = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (accepts(line)) {
                int begin = line.indexOf(LOGGER) + LOGGER.length();
                Source source = new Source(file, new StringReader(line.substring(begin)), number, begin + 1);
                events.add(event(source, events.size()));
            }
        }
        return events;
    }

    private static Event event(Source source, int position) throws IOException {
        Place place = source.place();
        EdnParser parser = new EdnParser(source);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String field : List.of("process", "type", "f", "value")) {
            fields.put(field, parser.value());
        }
        if (parser.peek() != Source.END) {
            fields.put("error", parser.value());
        }
        return new EventFields(fields, place).event(position);
    }
}
