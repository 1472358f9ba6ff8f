package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The log: a snapshot of its beginning and the entries after it. Every change goes to storage as well, where it is durable
 * after the next {@link #sync()}.
 */
final class RaftLog {
    private static final int LARGEST_BATCH = 64;
    private static final String SNAPSHOT = "snapshot";

    private final Storage storage;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> view = Collections.unmodifiableList(entries);
    private Snapshot snapshot;

    /** Recovers what is in storage; a log that was never written begins with an empty snapshot. */
    RaftLog(Storage storage, Snapshot beginning) {
        this.storage = storage;
        this.snapshot = storage.get(SNAPSHOT).map(Snapshot.class::cast).orElse(beginning);
        storage.log().forEach(entry -> entries.add((Entry) entry));
        finishCompaction();
    }

    /** The crash may have come after a snapshot was written and before the log was cut. */
    private void finishCompaction() {
        if (entries.isEmpty() || entries.get(0).index() > snapshot.index()) {
            return;
        }
        int covered = (int) (snapshot.index() - entries.get(0).index()) + 1;
        if (covered <= entries.size() && entries.get(covered - 1).term() == snapshot.term()) {
            drop(covered);
        } else {
            drop(entries.size());
        }
        storage.sync();
    }

    /** The entries after the snapshot: an unmodifiable view. */
    List<Entry> view() {
        return view;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The index of the last entry that is covered by the snapshot. */
    long snapshotIndex() {
        return snapshot.index();
    }

    long lastIndex() {
        return snapshot.index() + entries.size();
    }

    long lastTerm() {
        return termAt(lastIndex());
    }

    /** The entry at an index after the snapshot's, up to the last. */
    Entry entry(long index) {
        return entries.get((int) (index - snapshot.index()) - 1);
    }

    /** The term at an index from the snapshot's to the last. */
    long termAt(long index) {
        return index == snapshot.index() ? snapshot.term() : entry(index).term();
    }

    /** Whether the entry at this index is of this term. What a snapshot covers is committed, so it agrees with any leader. */
    boolean agrees(long index, long term) {
        return index < snapshot.index() || (index <= lastIndex() && termAt(index) == term);
    }

    /** The first index after the snapshot whose entry is of the same term as the entry at {@code index}. */
    long firstOfTermAt(long index) {
        long term = termAt(index);
        long first = index;
        while (first > snapshot.index() + 1 && termAt(first - 1) == term) {
            first--;
        }
        return first;
    }

    /** The last index, from the snapshot's on, whose entry is of this term; 0 when there is none. */
    long lastOfTerm(long term) {
        long index = lastIndex();
        while (index > snapshot.index() && termAt(index) > term) {
            index--;
        }
        return termAt(index) == term ? index : 0;
    }

    /**
     * The entries from an index on that fit into one message: immutable, and of one term, so that what a leader inherited
     * from earlier terms and what it added itself are acknowledged apart.
     */
    List<Entry> batch(long from) {
        int start = (int) (from - snapshot.index()) - 1;
        int end = Math.min(entries.size(), start + LARGEST_BATCH);
        if (start >= end) {
            return List.of();
        }
        long term = entries.get(start).term();
        while (entries.get(end - 1).term() != term) {
            end--;
        }
        return end - start == 1 ? List.of(entries.get(start)) : List.copyOf(entries.subList(start, end));
    }

    void append(Entry entry) {
        storage.append(entry);
        entries.add(entry);
    }

    /** Drops the entries from an index on. */
    void truncateFrom(long index) {
        int size = (int) (index - snapshot.index()) - 1;
        storage.truncate(size);
        entries.subList(size, entries.size()).clear();
    }

    void sync() {
        storage.sync();
    }

    /** Replaces the entries up to the snapshot's last by the snapshot, or all of them. The snapshot is durable first. */
    void compact(Snapshot newer, boolean keepsTail) {
        storage.put(SNAPSHOT, newer);
        storage.sync();
        int covered = keepsTail ? (int) (newer.index() - snapshot.index()) : entries.size();
        snapshot = newer;
        drop(covered);
    }

    private void drop(int count) {
        storage.dropFirst(count);
        entries.subList(0, count).clear();
    }

    /** The snapshot of a server that has seen nothing. */
    static Snapshot empty(List<NodeId> servers) {
        return new Snapshot(0, 0, servers, Collections.emptyMap(), List.of());
    }
}
