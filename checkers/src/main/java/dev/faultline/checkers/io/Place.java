package dev.faultline.checkers.io;

import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.IOException;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1
 */
record Place(String file, int line, int column) {

    MalformedHistoryException malformed(String problem) {
        return new MalformedHistoryException(text() + problem
                + ". The history cannot be read. Check that the file is complete and unchanged, or record it again.");
    }

    /** The error of a compressed file that ends early or is changed. */
    MalformedHistoryException incomplete(IOException e) {
        return malformed("expected a complete file of gzip, but it says: " + e.getMessage());
    }

    /** The place as the beginning of a message. */
    String text() {
        return file + ", line " + line + ", column " + column + ": ";
    }
}
