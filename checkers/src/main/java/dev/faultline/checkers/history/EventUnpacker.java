package dev.faultline.checkers.history;

import java.util.List;

/** Decodes the events of one block of {@link PackedEvents}, from the first on. */
final class EventUnpacker {
    static final List<EventType> TYPES = List.of(EventType.values());
    static final int HAS_ERROR = 4;
    static final int HAS_NODE = 8;
    static final int HAS_INDEX = 16;

    private static final int TYPE = 3;

    private final Unpacker in;
    private final Symbols symbols;
    private long time;
    private int index = -1;

    EventUnpacker(byte[] block, Symbols symbols) {
        this.in = new Unpacker(block, symbols);
        this.symbols = symbols;
    }

    /** The next event; invocations without their values, if these are not asked for. */
    Event event(boolean arguments) {
        int flags = in.octet();
        int process = (int) in.signed();
        String f = (String) symbols.get((int) in.whole());
        advance(flags);
        boolean told = arguments || TYPES.get(flags & TYPE) != EventType.INVOKE;
        Object value = told ? in.value() : skipped();
        Object error = (flags & HAS_ERROR) == 0 ? null : in.value();
        String node = (flags & HAS_NODE) == 0 ? null : (String) symbols.get((int) in.whole());
        return new Event(index, time, TYPES.get(flags & TYPE), process, f, value, error, node);
    }

    private Object skipped() {
        in.skipValue();
        return null;
    }

    /** Goes past an event. */
    void skip() {
        int flags = in.octet();
        in.skipWhole();
        in.skipWhole();
        advance(flags);
        in.skipValue();
        if ((flags & HAS_ERROR) != 0) {
            in.skipValue();
        }
        if ((flags & HAS_NODE) != 0) {
            in.skipWhole();
        }
    }

    private void advance(int flags) {
        time += in.signed();
        index += 1 + ((flags & HAS_INDEX) == 0 ? 0 : (int) in.signed());
    }
}
