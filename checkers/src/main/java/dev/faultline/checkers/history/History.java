package dev.faultline.checkers.history;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * What the clients and the nemesis did and saw, in the order in which it happened.
 *
 * <p>A process has at most one open operation. Pairing costs O(n). A long history that was built event by event keeps
 * its events in coded form, of about ten bytes for an event with a small value; its lists decode them when asked, so
 * that the same position gives equal objects, not always the same one. The lists have random access and may be read by
 * several threads.
 */
public final class History {
    private final List<Event> events;
    private final List<Operation> operations;
    private final List<Operation> results;
    private final List<Event> faults;

    private History(List<Event> events, Pairing pairing, List<Event> faults) {
        this.events = events;
        this.operations = new Operations(events, events, pairing);
        this.results = events instanceof PackedEvents packed
                ? new Operations(packed, packed.withoutArguments(), pairing)
                : operations;
        this.faults = Collections.unmodifiableList(faults);
    }

    /**
     * A history of these events.
     *
     * @throws MalformedHistoryException when a completion has no invocation, or a process invokes twice
     */
    public static History of(List<Event> events) {
        Builder builder = new Builder(Integer.MAX_VALUE);
        events.forEach(builder::add);
        return builder.build();
    }

    /** A history to be built of its events, one at a time. */
    public static Builder builder() {
        return new Builder(Builder.PLAIN);
    }

    /** Every event, in order. */
    public List<Event> events() {
        return events;
    }

    /** The clients' operations, in the order of their invocations. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * The same operations for whoever needs only the results of those that completed with {@link EventType#OK}: their
     * arguments may be missing, and are not decoded.
     */
    public List<Operation> results() {
        return results;
    }

    /** What the nemesis did, in order. */
    public List<Event> faults() {
        return faults;
    }

    /** Takes a history's events in order. Not for several threads. */
    public static final class Builder {
        private static final int PLAIN = 100_000;

        private final int plainLimit;
        private final Pairing pairing = new Pairing();
        private final List<Event> faults = new ArrayList<>();
        private final List<Event> plain = new ArrayList<>();
        private PackedEvents.Packer packer;

        /** A builder that keeps so many events as they are before it encodes them. */
        Builder(int plainLimit) {
            this.plainLimit = plainLimit;
        }

        /** How many events there are so far. */
        public int size() {
            return packer == null ? plain.size() : packer.size();
        }

        /**
         * Adds the next event. Its value and error must not be changed afterwards.
         *
         * @throws MalformedHistoryException when it is a completion without invocation, or its process invokes twice
         */
        public Builder add(Event event) {
            if (event.isNemesis()) {
                faults.add(event);
            } else {
                pairing.add(event, size());
            }
            if (packer == null && plain.size() == plainLimit) {
                packer = new PackedEvents.Packer();
                plain.forEach(packer::add);
                plain.clear();
            }
            if (packer == null) {
                plain.add(event);
            } else {
                packer.add(event);
            }
            return this;
        }

        /** The history. The builder is of no use afterwards. */
        public History build() {
            return new History(packer == null ? Collections.unmodifiableList(plain) : packer.events(), pairing, faults);
        }
    }

    /** Which event completes which, by their positions. */
    private static final class Pairing {
        private static final int NONE = -1;

        private final Ints invocations = new Ints();
        private final Ints completions = new Ints();
        private final Map<Integer, Integer> open = new HashMap<>();

        void add(Event event, int position) {
            if (event.type() == EventType.INVOKE) {
                if (open.put(event.process(), invocations.size()) != null) {
                    throw MalformedHistoryException.invokedTwice(event);
                }
                invocations.add(position);
                completions.add(NONE);
            } else {
                Integer operation = open.remove(event.process());
                if (operation == null) {
                    throw MalformedHistoryException.notInvoked(event);
                }
                completions.set(operation, position);
            }
        }
    }

    private static final class Operations extends AbstractList<Operation> implements RandomAccess {
        private final List<Event> events;
        private final List<Event> lean;
        private final Pairing pairing;

        /** @param lean the same events, perhaps without the arguments that results make needless */
        Operations(List<Event> events, List<Event> lean, Pairing pairing) {
            this.events = events;
            this.lean = lean;
            this.pairing = pairing;
        }

        @Override
        public int size() {
            return pairing.invocations.size();
        }

        @Override
        public Operation get(int i) {
            int invocation = pairing.invocations.get(i);
            int completion = pairing.completions.get(i);
            if (completion == Pairing.NONE) {
                return new Operation(events.get(invocation), null);
            }
            Event end = lean.get(completion);
            boolean told = end.type() == EventType.OK && end.value() != null;
            return new Operation(told ? lean.get(invocation) : events.get(invocation), end);
        }
    }
}
