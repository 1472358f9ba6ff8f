package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Meter;

/**
 * Causal consistency with one commit order, by vector clocks (Møldrup and Pavlogiannis, PLDI 2025, section 5):
 * O(n × processes × log n) time and n × processes ints.
 *
 * <p>A row holds, for each process, how many of its transactions come before one transaction. First it counts those that the
 * transaction has seen; then it is raised to what must commit before it; at last the processes are run side by side, each
 * transaction when all before it have run.
 */
final class CausalOrder {
    private final Transactions transactions;
    private final KeyWriters writers;
    private final Meter meter;
    private final int width;
    private final int[][] rows;
    private final int[] order;
    private int ordered;
    private int broken = -1;

    CausalOrder(Transactions transactions, KeyWriters writers, Meter meter) {
        this.transactions = transactions;
        this.writers = writers;
        this.meter = meter;
        width = transactions.processes();
        rows = new int[transactions.size()][];
        order = new int[transactions.size()];
    }

    boolean holds() {
        see();
        if (ordered < order.length) {
            return false;
        }
        for (int t : order) {
            infer(t);
            if (broken != -1) {
                return false;
            }
            meter.at(order.length + transactions.place(t), 3L * order.length);
        }
        raiseByVersions();
        return new SideBySide(transactions).run(t -> rows[t]);
    }

    /** What each transaction has seen; null where a cycle of reads keeps it from being known. */
    int[][] seen() {
        see();
        return rows;
    }

    /** Counts, in an order in which everything seen comes first, what each transaction has seen. */
    private void see() {
        SideBySide run = new SideBySide(transactions);
        run.runBySeen(this::count);
    }

    private void count(int t) {
        int[] row = new int[width];
        int place = transactions.place(t);
        int process = transactions.process(t);
        if (place > 0) {
            System.arraycopy(rows[transactions.ofProcess(process)[place - 1]], 0, row, 0, width);
        }
        row[process] = place;
        Uses uses = transactions.uses();
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            int writer = transactions.readFrom(use);
            if (writer >= 0) {
                join(row, writer);
            }
        }
        rows[t] = row;
        order[ordered++] = t;
    }

    private void join(int[] row, int writer) {
        int process = transactions.process(writer);
        int place = transactions.place(writer);
        if (row[process] <= place) {
            int[] other = rows[writer];
            for (int i = 0; i < width; i++) {
                row[i] = Math.max(row[i], other[i]);
            }
            row[process] = place + 1;
        }
    }

    /** Everybody from whom t reads stands before it in the order, so nobody needs the old rows of those any more. */
    private void infer(int t) {
        Uses uses = transactions.uses();
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            if (!uses.isWrite(use)) {
                infer(rows[t], use);
            }
        }
    }

    private void infer(int[] seen, int use) {
        Uses uses = transactions.uses();
        int key = uses.key(use);
        int writer = transactions.versions().writer(uses.version(use));
        for (int group = writers.firstGroup(key); group < writers.firstGroup(key + 1); group++) {
            int last = writers.lastBefore(group, seen[writers.process(group)]);
            if (last >= 0 && writer < 0) {
                broken = use;
                return;
            }
            if (last >= 0 && last != writer) {
                raise(writer, last);
            }
        }
    }

    private void raise(int later, int earlier) {
        int process = transactions.process(earlier);
        rows[later][process] = Math.max(rows[later][process], transactions.place(earlier) + 1);
    }

    private void raiseByVersions() {
        Versions versions = transactions.versions();
        for (int key = 0; key < versions.keys(); key++) {
            int[] known = versions.ordered(key);
            for (int i = 1; i < known.length; i++) {
                raiseUnlessOwn(versions.writer(known[i]), versions.writer(known[i - 1]));
            }
            for (int loose : versions.loose(key)) {
                if (known.length > 0) {
                    raiseUnlessOwn(versions.writer(loose), versions.writer(known[known.length - 1]));
                }
            }
        }
    }

    private void raiseUnlessOwn(int later, int earlier) {
        if (later != earlier) {
            raise(later, earlier);
        }
    }
}
