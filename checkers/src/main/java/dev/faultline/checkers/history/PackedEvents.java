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
 * are differences to the event before in the block. Whoever reads in order, or twice in a block, has the whole block decoded
 * and kept for a while; otherwise only the event that is asked for is decoded.
 */
final class PackedEvents extends AbstractList<Event> implements RandomAccess {
    private static final int BITS = 4;
    private static final int BLOCK = 1 << BITS;
    private static final int RECENT = 1 << 7;

    private final List<byte[]> blocks;
    private final Symbols symbols;
    private final int size;
    private final boolean arguments;
    // Threads may overwrite each other's blocks: each finds either a whole block or an older one.
    private final Block[] recent = new Block[RECENT];
    private int missed = -1;

    private PackedEvents(List<byte[]> blocks, Symbols symbols, int size, boolean arguments) {
        this.blocks = blocks;
        this.symbols = symbols;
        this.size = size;
        this.arguments = arguments;
    }

    /** The same, where invocations have no values. */
    PackedEvents withoutArguments() {
        return new PackedEvents(blocks, symbols, size, false);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Event get(int i) {
        Objects.checkIndex(i, size);
        int number = i >>> BITS;
        Block block = recent(number);
        if (block == null) {
            if (number != missed && recent(number - 1) == null) {
                missed = number;
                return single(i);
            }
            block = new Block(number, decoded(number));
            recent[number & (RECENT - 1)] = block;
        }
        return block.events[i & (BLOCK - 1)];
    }

    private Block recent(int number) {
        Block block = recent[number & (RECENT - 1)];
        return block != null && block.number == number ? block : null;
    }

    private Event[] decoded(int number) {
        Event[] events = new Event[Math.min(BLOCK, size - (number << BITS))];
        EventUnpacker in = new EventUnpacker(blocks.get(number), symbols);
        for (int i = 0; i < events.length; i++) {
            events[i] = in.event(arguments);
        }
        return events;
    }

    private Event single(int i) {
        EventUnpacker in = new EventUnpacker(blocks.get(i >>> BITS), symbols);
        for (int skipped = i & (BLOCK - 1); skipped > 0; skipped--) {
            in.skip();
        }
        return in.event(arguments);
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
            int flags = EventUnpacker.TYPES.indexOf(event.type()) | (indexJump == 0 ? 0 : EventUnpacker.HAS_INDEX);
            flags |= event.error() == null ? 0 : EventUnpacker.HAS_ERROR;
            flags |= event.node() == null ? 0 : EventUnpacker.HAS_NODE;
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
            return new PackedEvents(blocks, symbols, size, true);
        }
    }
}
