package dev.faultline.checkers.transaction;

/** A process has seen what it read from and wrote, and the earlier transactions of those processes. */
final class PramOrder extends CommitOrder {
    PramOrder(Transactions transactions, KeyWriters writers) {
        super(transactions, writers);
    }

    @Override
    void addBase() {
        addVersionOrder();
        addProcesses();
    }

    @Override
    void addSeen(int process) {
        int[] seen = new int[transactions().processes()];
        for (int t : transactions().ofProcess(process)) {
            addReads(t);
            note(t, seen);
            seen[process] = transactions().place(t);
            Uses uses = transactions().uses();
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (!uses.isWrite(use)) {
                    addSeen(use, seen);
                }
            }
        }
    }

    private void note(int t, int[] seen) {
        Uses uses = transactions().uses();
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            int writer = transactions().readFrom(use);
            if (writer >= 0) {
                int of = transactions().process(writer);
                seen[of] = Math.max(seen[of], transactions().place(writer) + 1);
            }
        }
    }

    private void addSeen(int use, int[] seen) {
        int key = transactions().uses().key(use);
        for (int group = writers().firstGroup(key); group < writers().firstGroup(key + 1); group++) {
            int last = writers().lastBefore(group, seen[writers().process(group)]);
            if (last >= 0) {
                seen(last, use);
            }
        }
    }
}
