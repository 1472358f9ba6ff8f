package dev.faultline.checkers.transaction;

import java.util.HashMap;
import java.util.Map;

/** Who reads from a transaction has seen what its process had read by then. */
final class WritesFollowReadsOrder extends CommitOrder {
    /** By process and key, what the process read that writes the key; the moment is the place of the reader. */
    private final Map<Long, SeenBefore> readBefore = new HashMap<>();

    WritesFollowReadsOrder(Transactions transactions, KeyWriters writers) {
        super(transactions, writers);
    }

    @Override
    void addBase() {
        addVersionOrder();
        for (int process = 0; process < transactions().processes(); process++) {
            addReadsOf(process);
        }
    }

    /** What a process has read commits before what it writes, by one node for all it has read so far. */
    private void addReadsOf(int process) {
        int read = -1;
        for (int t : transactions().ofProcess(process)) {
            int node = edges().addNode();
            if (read >= 0) {
                edges().add(read, node, Edges.THROUGH, 0);
            }
            read = node;
            Uses uses = transactions().uses();
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                int writer = transactions().readFrom(use);
                if (writer >= 0) {
                    edges().add(writer, node, Edges.THROUGH, 0);
                    note(process, transactions().place(t), writer);
                }
            }
            edges().add(node, t, Edges.PROCESS, 0);
        }
    }

    private void note(int process, int place, int read) {
        Uses uses = transactions().uses();
        for (int use = uses.first(read); use < uses.first(read + 1); use++) {
            if (uses.isWrite(use)) {
                readBefore
                        .computeIfAbsent(code(process, uses.key(use)), fresh -> new SeenBefore(this))
                        .add(place, read);
            }
        }
    }

    @Override
    void addSeen(int process) {
        eachReadFrom(process, this::addReadBefore);
    }

    private void addReadBefore(int reader, int writer) {
        Uses uses = transactions().uses();
        for (int use = uses.first(reader); use < uses.first(reader + 1); use++) {
            if (!uses.isWrite(use)) {
                SeenBefore before = readBefore.get(code(transactions().process(writer), uses.key(use)));
                if (before != null) {
                    before.seen(transactions().place(writer) + 1, reader, use);
                }
            }
        }
    }

    private static long code(int process, int key) {
        return ((long) process << 32) | key;
    }
}
