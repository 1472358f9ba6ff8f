package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.MalformedHistoryException;

/** The error of a history that a format cannot hold. */
final class Unwritable {
    private Unwritable() {}

    static MalformedHistoryException in(Format format, Event event, String reason) {
        return new MalformedHistoryException("Event " + event.index() + ": " + reason
                + ". The history cannot be written as " + format.id() + ". "
                + (format == Format.EDN
                        ? "Correct the event."
                        : "Write it as " + Format.EDN.id() + ", which holds every history."));
    }
}
