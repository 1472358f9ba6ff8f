package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;

/** Takes a file's events, in order. */
final class EventSink {
    private final String file;
    private final History.Builder history = History.builder();

    EventSink(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** How many events there are so far. */
    int size() {
        return history.size();
    }

    void add(EventFields fields) {
        add(fields.event(size()), fields.place());
    }

    /**
     * One more event.
     *
     * @param place where it begins
     */
    void add(Event event, Place place) {
        try {
            history.add(event);
        } catch (MalformedHistoryException e) {
            throw new MalformedHistoryException(place.text() + e.getMessage());
        }
    }

    History history() {
        return history.build();
    }
}
