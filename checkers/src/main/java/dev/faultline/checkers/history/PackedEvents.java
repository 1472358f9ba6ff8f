package dev.faultline.checkers.history;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Events in coded form, in blocks of {@value #BLOCK}.
 *
 * <p>An event is a byte of flags, then process, {@code f}, time, value and what the flags announce. Times and indices
 * are differences to the event before in the block. Reading one event decodes its block, unless the block is among the
 * last few used.
 */
final class PackedEvents extends AbstractList<Event> implements RandomAccess {
    private static final int BITS = 4;
    private static final int BLOCK = 1 << BITS;
    private static final int RECENT = 1 << 7;

    private static final int TYPE = 3;
    private static final int HAS_ERROR = 4;
    private static final int HAS_NODE = 8;
    private static final int HAS_INDEX = 16;

    private static final List<EventType> TYPES = List.of(EventType.values());

    private final List<byte[]> blocks;
    private final Symbols symbols;
    private final int size;
    // Threads may overwrite each other's blocks: each finds either a whole block or an older one.
    private final Block[] recent = new Block[RECENT];

    private PackedEvents(List<byte[]> blocks, Symbols symbols, int size) {
        this.blocks = blocks;
        this.symbols = symbols;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Event get(int i) {
        Objects.checkIndex(i, size);
        int number = i >>> BITS;
        int slot = number & (RECENT - 1);
        Block block = recent[slot];
        if (block == null || block.number != number) {
            block = new Block(number, decoded(number));
            recent[slot] = block;
        }
        return block.events[i & (BLOCK - 1)];
    }

    private Event[] decoded(int number) {
        Event[] events = new Event[Math.min(BLOCK, size - (number << BITS))];
        Unpacker in = new Unpacker(blocks.get(number), symbols);
        long time = 0;
        int index = -1;
        for (int i = 0; i < events.length; i++) {
            int flags = in.octet();
            int process = (int) in.signed();
            String f = (String) symbols.get((int) in.whole());
            time += in.signed();
            index += 1 + ((flags & HAS_INDEX) == 0 ? 0 : (int) in.signed());
            Object value = in.value();
            Object error = (flags & HAS_ERROR) == 0 ? null : in.value();
            String node = (flags & HAS_NODE) == 0 ? null : (String) symbols.get((int) in.whole());
            events[i] = new Event(index, time, TYPES.get(flags & TYPE), process, f, value, error, node);
        }
        return events;
    }

    private static final class Block {
        private final int number;
        private final Event[] events;

        Block(int number, Event[] events) {
            this.number = number;
            this.events = events;
        }
    }

    /** Encodes events, one at a time. */
    static final class Packer {
        private final List<byte[]> blocks = new ArrayList<>();
        private final Symbols symbols = new Symbols();
        private final ValuePacker out = new ValuePacker(symbols);
        private int size;
        private long time;
        private int index = -1;

        int size() {
            return size;
        }

        void add(Event event) {
            int indexJump = event.index() - index - 1;
            int flags = TYPES.indexOf(event.type()) | (indexJump == 0 ? 0 : HAS_INDEX);
            flags |= event.error() == null ? 0 : HAS_ERROR;
            flags |= event.node() == null ? 0 : HAS_NODE;
            out.octet(flags);
            out.signed(event.process());
            out.whole(symbols.number(event.f()));
            out.signed(event.time() - time);
            if (indexJump != 0) {
                out.signed(indexJump);
            }
            out.value(event.value());
            if (event.error() != null) {
                out.value(event.error());
            }
            if (event.node() != null) {
                out.whole(symbols.number(event.node()));
            }
            time = event.time();
            index = event.index();
            size++;
            if ((size & (BLOCK - 1)) == 0) {
                endBlock();
            }
        }

        private void endBlock() {
            blocks.add(out.take());
            time = 0;
            index = -1;
        }

        List<Event> events() {
            if ((size & (BLOCK - 1)) != 0) {
                endBlock();
            }
            return new PackedEvents(blocks, symbols, size);
        }
    }
}
