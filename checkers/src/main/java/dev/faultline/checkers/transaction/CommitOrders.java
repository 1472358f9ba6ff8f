package dev.faultline.checkers.transaction;

import java.util.BitSet;
import java.util.Optional;
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
        return broken(level).isEmpty();
    }

    /** The order that does not hold, if there is one: that for all, or that of a process. */
    Optional<CommitOrder> broken(Level level) {
        CommitOrder forAll = orderFor(level, process -> true);
        if (holds(forAll)) {
            return Optional.empty();
        }
        if (isForAll(level)) {
            return Optional.of(forAll);
        }
        return suspects(forAll).stream()
                .mapToObj(one -> orderFor(level, process -> process == one))
                .filter(order -> !holds(order))
                .findFirst();
    }

    /** The processes whose readers take part in the cycles of the order for all; what they do not break, no other does. */
    private BitSet suspects(CommitOrder forAll) {
        BitSet suspects = new BitSet();
        suspects.set(forAll.isBroken() ? processOf(forAll.broken()) : 0);
        Digraph graph = forAll.edges().graph();
        for (int[] members : new Components(graph, Edges.ALL).cyclic()) {
            Digraph part = graph.among(members);
            for (int e = 0; e < part.first(part.nodes()); e++) {
                if (part.kind(e) == Edges.COMMIT) {
                    suspects.set(processOf(part.label(e)));
                } else if (part.kind(e) == Edges.WR) {
                    suspects.set(transactions.process(members[part.to(e)]));
                }
            }
        }
        return suspects;
    }

    private int processOf(int use) {
        return transactions.process(transactions.uses().owner(use));
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
