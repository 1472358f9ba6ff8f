package dev.faultline.checkers.transaction;

import java.util.function.IntPredicate;

/** The levels that are decided by a commit order of explicit edges. */
final class CommitOrders {
    private final Transactions transactions;
    private final KeyWriters writers;

    CommitOrders(Transactions transactions, KeyWriters writers) {
        this.transactions = transactions;
        this.writers = writers;
    }

    /** O(n) or so for read committed and read atomic; for the guarantees of sessions at worst that for each process. */
    boolean hold(Level level) {
        if (holdFor(level, process -> true)) {
            return true;
        }
        boolean oneForAll = level == Level.STRONG_SESSION_READ_COMMITTED || level == Level.READ_ATOMIC;
        if (oneForAll) {
            return false;
        }
        for (int one = 0; one < transactions.processes(); one++) {
            int only = one;
            if (!holdFor(level, process -> process == only)) {
                return false;
            }
        }
        return true;
    }

    private boolean holdFor(Level level, IntPredicate processes) {
        CommitOrder order = order(level);
        order.addFor(processes);
        return !order.isBroken() && new Components(order.edges().graph(), Edges.ALL).acyclic();
    }

    CommitOrder order(Level level) {
        return switch (level) {
            case STRONG_SESSION_READ_COMMITTED -> new ReadCommittedOrder(transactions, writers);
            case READ_ATOMIC -> new ReadAtomicOrder(transactions, writers);
            case MONOTONIC_READS -> new SessionOrder.MonotonicReads(transactions, writers);
            case MONOTONIC_WRITES -> new SessionOrder.MonotonicWrites(transactions, writers);
            case READ_YOUR_WRITES -> new SessionOrder.ReadYourWrites(transactions, writers);
            case WRITES_FOLLOW_READS -> new WritesFollowReadsOrder(transactions, writers);
            case PRAM -> new PramOrder(transactions, writers);
            default -> throw new IllegalArgumentException(level.id() + " is not decided by a commit order.");
        };
    }
}
