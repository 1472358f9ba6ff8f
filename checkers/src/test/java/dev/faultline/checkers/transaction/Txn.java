package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A small transaction, for tests.
 *
 * @param start a moment, from 0
 * @param end a later moment, or {@link Integer#MAX_VALUE} when nobody knows how it ended
 */
record Txn(int process, int start, int end, List<Access> accesses) {

    /** @param value what is written or read: for lists, the element appended or the list read */
    record Access(boolean write, String key, Object value) {}

    static Access write(String key, long value) {
        return new Access(true, key, value);
    }

    static Access read(String key, Object value) {
        return new Access(false, key, value);
    }

    static Access list(String key, long... elements) {
        return new Access(false, key, Arrays.stream(elements).boxed().toList());
    }

    boolean isPending() {
        return end == Integer.MAX_VALUE;
    }

    boolean writes(String key) {
        return accesses.stream()
                .anyMatch(access -> access.write() && access.key().equals(key));
    }

    /** A history of these, whose accesses are coded for lists or registers. */
    static History history(boolean lists, List<Txn> transactions) {
        record Moment(int at, Txn txn, EventType type) {}
        List<Moment> moments = new ArrayList<>();
        for (Txn txn : transactions) {
            moments.add(new Moment(txn.start(), txn, EventType.INVOKE));
            if (!txn.isPending()) {
                moments.add(new Moment(txn.end(), txn, EventType.OK));
            }
        }
        moments.sort(Comparator.comparingInt(Moment::at));
        List<Event> events = new ArrayList<>();
        for (Moment moment : moments) {
            int index = events.size();
            events.add(new Event(
                    index,
                    index,
                    moment.type(),
                    moment.txn().process(),
                    "txn",
                    moment.txn().value(lists, moment.type()),
                    null,
                    null));
        }
        return History.of(events);
    }

    private List<Object> value(boolean lists, EventType type) {
        List<Object> value = new ArrayList<>();
        for (Access access : accesses) {
            String name = access.write() ? (lists ? "append" : "w") : "r";
            boolean known = access.write() || type == EventType.OK;
            value.add(Arrays.asList(new Keyword(name), access.key(), known ? access.value() : null));
        }
        return value;
    }
}
