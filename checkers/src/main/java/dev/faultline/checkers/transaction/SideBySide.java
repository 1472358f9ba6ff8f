package dev.faultline.checkers.transaction;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Runs the transactions of each process in order, and each when those before it have run. */
final class SideBySide {
    private static final int NOBODY = -1;

    private final Transactions transactions;
    /** How many transactions of each process have run. */
    private final int[] ran;
    /** The first process that waits until a transaction has run, and after each process the next that waits for the same. */
    private final int[] waiting;

    private final int[] nextWaiting;
    private final Ints ready = new Ints();

    SideBySide(Transactions transactions) {
        this.transactions = transactions;
        ran = new int[transactions.processes()];
        waiting = new int[transactions.size()];
        nextWaiting = new int[transactions.processes()];
        Arrays.fill(waiting, NOBODY);
        for (int process = 0; process < ran.length; process++) {
            ready.add(process);
        }
    }

    /**
     * Whether all can run when each waits for the first so many of each process that its row says. O(n × processes).
     */
    boolean run(IntFunction<int[]> rows) {
        int left = transactions.size();
        int[] checked = new int[ran.length];
        while (!ready.isEmpty()) {
            int process = ready.removeLast();
            int[] members = transactions.ofProcess(process);
            while (ran[process] < members.length) {
                int t = members[ran[process]];
                int blocker = blocker(rows.apply(t), checked, process);
                if (blocker != NOBODY) {
                    await(process, blocker);
                    break;
                }
                checked[process] = 0;
                finish(t);
                left--;
            }
        }
        return left == 0;
    }

    /** Runs each after those from which it reads, as far as there is no cycle. O(uses). */
    void runBySeen(IntConsumer each) {
        while (!ready.isEmpty()) {
            int process = ready.removeLast();
            int[] members = transactions.ofProcess(process);
            while (ran[process] < members.length) {
                int t = members[ran[process]];
                int blocker = unseen(t);
                if (blocker != NOBODY) {
                    await(process, blocker);
                    break;
                }
                each.accept(t);
                finish(t);
            }
        }
    }

    private int blocker(int[] row, int[] checked, int process) {
        for (int other = checked[process]; other < row.length; other++) {
            if (other != process && row[other] > ran[other]) {
                checked[process] = other;
                return transactions.ofProcess(other)[row[other] - 1];
            }
        }
        return row[process] > ran[process] ? transactions.ofProcess(process)[row[process] - 1] : NOBODY;
    }

    private int unseen(int t) {
        Uses uses = transactions.uses();
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            int writer = transactions.readFrom(use);
            if (writer >= 0 && transactions.place(writer) >= ran[transactions.process(writer)]) {
                return writer;
            }
        }
        return NOBODY;
    }

    private void await(int process, int blocker) {
        nextWaiting[process] = waiting[blocker];
        waiting[blocker] = process;
    }

    private void finish(int t) {
        ran[transactions.process(t)]++;
        for (int process = waiting[t]; process != NOBODY; process = nextWaiting[process]) {
            ready.add(process);
        }
        waiting[t] = NOBODY;
    }
}
