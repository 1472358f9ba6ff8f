package dev.faultline.checkers.transaction;

import java.util.function.IntPredicate;

/**
 * The commit order that a level demands, for the levels that say which transactions a reader has seen (Biswas and Enea,
 * OOPSLA 2019): when t3 reads a key from t1, and has seen t2, which writes the key too, then t2 commits before t1. The
 * level holds when these edges, and those that it demands besides, have no cycle.
 *
 * <p>Read committed and read atomic follow Møldrup and Pavlogiannis, "AWDIT: An Optimal Weak Database Isolation Tester"
 * (PLDI 2025): O(reads × writes of a transaction).
 */
abstract class CommitOrder {
    private final Transactions transactions;
    private final KeyWriters writers;
    private final Edges edges;
    private int broken = -1;
    private int brokenBy = -1;

    CommitOrder(Transactions transactions, KeyWriters writers) {
        this.transactions = transactions;
        this.writers = writers;
        edges = new Edges(transactions.size());
    }

    final Transactions transactions() {
        return transactions;
    }

    final KeyWriters writers() {
        return writers;
    }

    final Edges edges() {
        return edges;
    }

    /** Whether a process read the initial version of a key of which it had seen a write. */
    final boolean isBroken() {
        return broken >= 0;
    }

    /** The use that did so, or -1. */
    final int broken() {
        return broken;
    }

    /** The transaction that was seen then, or -1. */
    final int brokenBy() {
        return brokenBy;
    }

    /** Adds what the level demands of readers of these processes. */
    final void addFor(IntPredicate processes) {
        addBase();
        for (int process = 0; process < transactions.processes(); process++) {
            if (processes.test(process)) {
                addSeen(process);
            }
        }
    }

    /** Adds the edges that the level demands whoever reads. */
    abstract void addBase();

    /** Adds what the transactions of a process have seen. */
    abstract void addSeen(int process);

    /** A transaction, and one from which it reads. */
    @FunctionalInterface
    interface ReadFrom {
        void accept(int reader, int writer);
    }

    /** Goes through the transactions of a process and all from which they read, in order. */
    final void eachReadFrom(int process, ReadFrom each) {
        for (int t : transactions.ofProcess(process)) {
            for (int use = transactions.uses().first(t);
                    use < transactions.uses().first(t + 1);
                    use++) {
                int writer = transactions.readFrom(use);
                if (writer >= 0) {
                    each.accept(t, writer);
                }
            }
        }
    }

    /** A reader, by a use, has seen a transaction that writes the key of the use. */
    final void seen(int transaction, int use) {
        Uses uses = transactions.uses();
        int writer = transactions.versions().writer(uses.version(use));
        if (writer < 0) {
            broken = use;
            brokenBy = transaction;
        } else if (writer != transaction) {
            edges.add(transaction, writer, Edges.COMMIT, use);
        }
    }

    /** Adds the order of versions, as far as it is known. */
    final void addVersionOrder() {
        Versions versions = transactions.versions();
        for (int key = 0; key < versions.keys(); key++) {
            int[] order = versions.ordered(key);
            for (int i = 1; i < order.length; i++) {
                add(versions.writer(order[i - 1]), versions.writer(order[i]), Edges.WW, order[i]);
            }
            for (int loose : versions.loose(key)) {
                if (order.length > 0) {
                    add(versions.writer(order[order.length - 1]), versions.writer(loose), Edges.WW, loose);
                }
            }
        }
    }

    /** Adds the order of versions, of processes, and from writers to their readers. */
    final void addDependencies() {
        addVersionOrder();
        addProcesses();
        for (int t = 0; t < transactions.size(); t++) {
            addReads(t);
        }
    }

    final void addProcesses() {
        for (int process = 0; process < transactions.processes(); process++) {
            int[] members = transactions.ofProcess(process);
            for (int i = 1; i < members.length; i++) {
                add(members[i - 1], members[i], Edges.PROCESS, 0);
            }
        }
    }

    final void addReads(int transaction) {
        Uses uses = transactions.uses();
        for (int use = uses.first(transaction); use < uses.first(transaction + 1); use++) {
            if (!uses.isWrite(use) && uses.version(use) != Versions.INITIAL) {
                add(transactions.versions().writer(uses.version(use)), transaction, Edges.WR, uses.version(use));
            }
        }
    }

    private void add(int from, int to, int kind, int label) {
        if (from != to) {
            edges.add(from, to, kind, label);
        }
    }
}
