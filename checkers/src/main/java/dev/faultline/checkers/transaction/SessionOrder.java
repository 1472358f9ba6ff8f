package dev.faultline.checkers.transaction;

import java.util.HashMap;
import java.util.Map;

/** What the guarantees for sessions demand (Terry et al., "Session Guarantees for Weakly Consistent Replicated Data", PDIS 1994). */
final class SessionOrder {
    private SessionOrder() {}

    /** What a process read of a key it goes on reading, or newer. */
    static final class MonotonicReads extends CommitOrder {
        MonotonicReads(Transactions transactions, KeyWriters writers) {
            super(transactions, writers);
        }

        @Override
        void addBase() {
            addVersionOrder();
        }

        @Override
        void addSeen(int process) {
            Map<Integer, Integer> last = new HashMap<>();
            Uses uses = transactions().uses();
            for (int t : transactions().ofProcess(process)) {
                for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                    if (!uses.isWrite(use)) {
                        int writer = transactions().versions().writer(uses.version(use));
                        int before = last.getOrDefault(uses.key(use), -1);
                        if (before >= 0) {
                            seen(before, use);
                        }
                        if (writer >= 0) {
                            last.put(uses.key(use), writer);
                        }
                    }
                }
            }
        }
    }

    /** A process has seen what it wrote. */
    static final class ReadYourWrites extends CommitOrder {
        ReadYourWrites(Transactions transactions, KeyWriters writers) {
            super(transactions, writers);
        }

        @Override
        void addBase() {
            addVersionOrder();
        }

        @Override
        void addSeen(int process) {
            Map<Integer, SeenBefore> written = new HashMap<>();
            Uses uses = transactions().uses();
            for (int t : transactions().ofProcess(process)) {
                for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                    SeenBefore own = written.computeIfAbsent(uses.key(use), key -> new SeenBefore(this));
                    if (!uses.isWrite(use)) {
                        own.seen(transactions().place(t), t, use);
                    }
                }
                for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                    if (uses.isWrite(use)) {
                        written.get(uses.key(use)).add(transactions().place(t), t);
                    }
                }
            }
        }
    }

    /** Who reads from a transaction has seen the earlier ones of its process. */
    static final class MonotonicWrites extends CommitOrder {
        MonotonicWrites(Transactions transactions, KeyWriters writers) {
            super(transactions, writers);
        }

        @Override
        void addBase() {
            addVersionOrder();
            addProcesses();
        }

        @Override
        void addSeen(int process) {
            eachReadFrom(process, this::addEarlier);
        }

        /** The last before a transaction in its process that writes a key. */
        private int lastBefore(int key, int transaction) {
            return writers()
                    .lastBefore(
                            key,
                            transactions().process(transaction),
                            transactions().place(transaction));
        }

        private void addEarlier(int reader, int writer) {
            Uses uses = transactions().uses();
            for (int use = uses.first(reader); use < uses.first(reader + 1); use++) {
                if (!uses.isWrite(use)) {
                    int earlier = lastBefore(uses.key(use), writer);
                    if (earlier == reader) {
                        earlier = lastBefore(uses.key(use), reader);
                    }
                    if (earlier >= 0) {
                        seen(earlier, use);
                    }
                }
            }
        }
    }
}
