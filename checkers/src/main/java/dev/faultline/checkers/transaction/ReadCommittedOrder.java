package dev.faultline.checkers.transaction;

/** Within a transaction, no read goes back behind a transaction that an earlier read saw. */
final class ReadCommittedOrder extends CommitOrder {

    ReadCommittedOrder(Transactions transactions, KeyWriters writers) {
        super(transactions, writers);
    }

    @Override
    void addBase() {
        addDependencies();
    }

    @Override
    void addSeen(int process) {
        for (int t : transactions().ofProcess(process)) {
            int end = transactions().uses().first(t + 1);
            for (int use = transactions().uses().first(t); use < end; use++) {
                int seen = transactions().readFrom(use);
                if (seen >= 0) {
                    addLaterReads(seen, use + 1, end);
                }
            }
        }
    }

    private void addLaterReads(int seen, int from, int end) {
        for (int use = from; use < end; use++) {
            if (!transactions().uses().isWrite(use)
                    && transactions().readFrom(use) != seen
                    && transactions().writes(seen, transactions().uses().key(use))) {
                seen(seen, use);
            }
        }
    }
}
