package dev.faultline.targets.runner;

import java.io.IOException;
import java.io.Reader;

/** Reads whole lines: what comes after the last line's end is no line, because its sender died in the middle of it. */
final class Lines {
    private final Reader in;
    private final StringBuilder line = new StringBuilder();

    Lines(Reader in) {
        this.in = in;
    }

    /** The next line without its end, or {@code null} when there is none. */
    String next() throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                String whole = line.toString();
                line.setLength(0);
                return whole;
            }
            line.append((char) c);
        }
        return null;
    }
}
