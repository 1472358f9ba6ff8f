package dev.faultline.checkers.transaction;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        return holds(orderFor(level, process -> true))
                || (!isForAll(level) && broken(level).isEmpty());
    }

    /** The orders that do not hold: the one for all, or of each process its own. */
    List<CommitOrder> broken(Level level) {
        if (isForAll(level)) {
            return List.of(orderFor(level, process -> true));
        }
        return IntStream.range(0, transactions.processes())
                .mapToObj(one -> orderFor(level, process -> process == one))
                .filter(order -> !holds(order))
                .limit(1)
                .toList();
    }

    private static boolean isForAll(Level level) {
        return level == Level.STRONG_SESSION_READ_COMMITTED || level == Level.READ_ATOMIC;
    }

    private CommitOrder orderFor(Level level, IntPredicate processes) {
        CommitOrder order = order(level);
        order.addFor(processes);
        return order;
    }

    private static boolean holds(CommitOrder order) {
        return !order.isBroken() && new Components(order.edges().graph(), Edges.ALL).acyclic();
    }

    private CommitOrder order(Level level) {
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
