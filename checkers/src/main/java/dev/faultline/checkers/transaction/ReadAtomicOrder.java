package dev.faultline.checkers.transaction;

/** A transaction has seen the earlier ones of its process, and those that it reads from. */
final class ReadAtomicOrder extends CommitOrder {

    ReadAtomicOrder(Transactions transactions, KeyWriters writers) {
        super(transactions, writers);
    }

    @Override
    void addBase() {
        addDependencies();
    }

    @Override
    void addSeen(int process) {
        for (int t : transactions().ofProcess(process)) {
            Uses uses = transactions().uses();
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (!uses.isWrite(use)) {
                    addSeenBy(t, use);
                }
            }
        }
    }

    private void addSeenBy(int t, int use) {
        Uses uses = transactions().uses();
        int key = uses.key(use);
        int own = writers()
                .lastBefore(key, transactions().process(t), transactions().place(t));
        if (own >= 0) {
            seen(own, use);
        }
        for (int other = uses.first(t); other < uses.first(t + 1); other++) {
            if (!uses.isWrite(other) && uses.version(other) != uses.version(use)) {
                int writer = transactions().versions().writer(uses.version(other));
                if (writer >= 0 && transactions().writes(writer, key)) {
                    seen(writer, use);
                }
            }
        }
    }
}
