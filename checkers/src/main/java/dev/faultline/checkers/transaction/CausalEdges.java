package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Meter;

/** The same as {@link CausalOrder}, edge by edge, to tell a cycle. */
final class CausalEdges extends CommitOrder {
    private int[][] seen = {};

    CausalEdges(Transactions transactions, KeyWriters writers) {
        super(transactions, writers);
    }

    @Override
    void addBase() {
        addDependencies();
        seen = new CausalOrder(transactions(), writers(), Meter.SILENT).seen();
    }

    @Override
    void addSeen(int process) {
        for (int t : transactions().ofProcess(process)) {
            Uses uses = transactions().uses();
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (!uses.isWrite(use) && seen[t] != null) {
                    addSeen(seen[t], use);
                }
            }
        }
    }

    private void addSeen(int[] row, int use) {
        int key = transactions().uses().key(use);
        for (int group = writers().firstGroup(key); group < writers().firstGroup(key + 1); group++) {
            int last = writers().lastBefore(group, row[writers().process(group)]);
            if (last >= 0) {
                seen(last, use);
            }
        }
    }
}
