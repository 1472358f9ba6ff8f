package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Decides levels from their definitions, trying every execution. Transactions that nobody knows the end of count as committed
 * when somebody saw a write of theirs.
 */
final class IsolationOracle extends TxnReads {
    IsolationOracle(boolean lists, List<Txn> transactions) {
        super(lists, transactions);
    }

    boolean keeps(Level level) {
        if (level != Level.READ_UNCOMMITTED && readsIntermediate()) {
            return false;
        }
        return switch (level) {
            case READ_UNCOMMITTED -> orders((a, b) -> false, order -> listsFollow(order));
            case READ_COMMITTED -> orders(this::readsFrom, order -> listsFollow(order));
            case STRONG_SESSION_READ_COMMITTED ->
                orders((a, b) -> readsFrom(a, b) || session(a, b), order -> listsFollow(order) && readCommitted(order));
            case READ_ATOMIC -> committed((a, b) -> readsFrom(a, b) || session(a, b));
            case CAUSAL -> committed(closure((a, b) -> readsFrom(a, b) || session(a, b)));
            case MONOTONIC_READS ->
                processes()
                        .allMatch(process ->
                                orders((a, b) -> false, order -> listsFollow(order) && monotonicReads(order, process)));
            case READ_YOUR_WRITES -> perProcess((a, b) -> false, this::session);
            case MONOTONIC_WRITES -> perProcess(this::session, then(this::session, this::readsFrom));
            case WRITES_FOLLOW_READS ->
                perProcess(
                        then(this::readsFrom, orSame(this::session)),
                        then(then(this::readsFrom, orSame(this::session)), this::readsFrom));
            case PRAM -> pram();
            case CONSISTENT_VIEW -> visible((a, b) -> false);
            case PARALLEL_SNAPSHOT_ISOLATION -> visible(this::session);
            case SNAPSHOT_ISOLATION -> snapshots((a, b) -> false);
            case STRONG_SESSION_SNAPSHOT_ISOLATION -> snapshots(this::session);
            case STRONG_SNAPSHOT_ISOLATION -> snapshots((a, b) -> a.end() < b.start());
            case REPEATABLE_READ, SERIALIZABLE -> orders((a, b) -> false, this::serial);
            case STRONG_SESSION_SERIALIZABLE -> orders(this::session, this::serial);
            case STRICT_SERIALIZABLE -> orders((a, b) -> a.end() < b.start(), this::serial);
        };
    }

    private BiPredicate<Txn, Txn> then(BiPredicate<Txn, Txn> one, BiPredicate<Txn, Txn> other) {
        return (a, c) -> txns.stream().anyMatch(b -> one.test(a, b) && other.test(b, c));
    }

    private static BiPredicate<Txn, Txn> orSame(BiPredicate<Txn, Txn> relation) {
        return (a, b) -> a.equals(b) || relation.test(a, b);
    }

    private BiPredicate<Txn, Txn> closure(BiPredicate<Txn, Txn> relation) {
        int n = txns.size();
        boolean[][] reach = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reach[i][j] = relation.test(txns.get(i), txns.get(j));
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
        return (a, b) -> reach[txns.indexOf(a)][txns.indexOf(b)];
    }

    private boolean readCommitted(List<Txn> order) {
        return txns.stream().allMatch(reader -> {
            List<Map.Entry<String, Object>> reads = taken(reader);
            for (int i = 0; i < reads.size(); i++) {
                for (int j = i + 1; j < reads.size(); j++) {
                    Txn seen = writer(reads.get(i).getKey(), reads.get(i).getValue());
                    if (seen != null && !isAfter(order, seen, reads.get(j))) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    /** One commit order for all, in which readers see all that they are said to have seen. */
    private boolean committed(BiPredicate<Txn, Txn> seen) {
        return orders(
                (a, b) -> readsFrom(a, b) || session(a, b),
                order -> listsFollow(order) && txns.stream().allMatch(reader -> seesAll(order, reader, seen)));
    }

    private boolean seesAll(List<Txn> order, Txn reader, BiPredicate<Txn, Txn> seen) {
        return txns.stream()
                .filter(other -> !other.equals(reader) && seen.test(other, reader))
                .allMatch(other -> taken(reader).stream().allMatch(read -> isAfter(order, other, read)));
    }

    private Stream<Integer> processes() {
        return txns.stream().map(Txn::process).distinct();
    }

    private boolean perProcess(BiPredicate<Txn, Txn> base, BiPredicate<Txn, Txn> seen) {
        return processes()
                .allMatch(process -> orders(
                        base,
                        order -> listsFollow(order)
                                && txns.stream()
                                        .filter(reader -> reader.process() == process)
                                        .allMatch(reader -> seesAll(order, reader, seen))));
    }

    private boolean monotonicReads(List<Txn> order, int process) {
        Map<String, Txn> last = new HashMap<>();
        for (Txn reader : txns) {
            if (reader.process() == process) {
                for (Map.Entry<String, Object> read : taken(reader)) {
                    Txn before = last.get(read.getKey());
                    if (before != null && !isAfter(order, before, read)) {
                        return false;
                    }
                    Txn writer = writer(read.getKey(), read.getValue());
                    if (writer != null) {
                        last.put(read.getKey(), writer);
                    }
                }
            }
        }
        return true;
    }

    private boolean pram() {
        BiPredicate<Txn, Txn> seen = (a, b) -> session(a, b)
                || then(then(orSame(this::session), this::readsFrom), orSame(this::session))
                        .test(a, b);
        return processes()
                .allMatch(process -> orders(
                        (a, b) -> session(a, b) || (b.process() == process && readsFrom(a, b)),
                        order -> listsFollow(order)
                                && txns.stream()
                                        .filter(reader -> reader.process() == process)
                                        .allMatch(reader -> seesAll(order, reader, seen))));
    }

    /** Visibility that is transitive, within a commit order, without conflicts, and of which reads see the last (Cerone et al.). */
    private boolean visible(BiPredicate<Txn, Txn> kept) {
        return orders(
                kept,
                order -> listsFollow(order) && visible(order, new boolean[order.size()][order.size()], 0, 1, kept));
    }

    private boolean visible(List<Txn> order, boolean[][] seen, int i, int j, BiPredicate<Txn, Txn> kept) {
        int n = order.size();
        if (i >= n - 1) {
            return transitive(seen) && readLastSeen(order, seen);
        }
        int nextI = j + 1 < n ? i : i + 1;
        int nextJ = j + 1 < n ? j + 1 : i + 2;
        seen[i][j] = true;
        if (visible(order, seen, nextI, nextJ, kept)) {
            return true;
        }
        seen[i][j] = false;
        boolean conflict = order.get(i).accesses().stream()
                .anyMatch(access -> access.write() && order.get(j).writes(access.key()));
        return !conflict && !kept.test(order.get(i), order.get(j)) && visible(order, seen, nextI, nextJ, kept);
    }

    private static boolean transitive(boolean[][] seen) {
        for (int i = 0; i < seen.length; i++) {
            for (int j = i + 1; j < seen.length; j++) {
                for (int k = j + 1; k < seen.length; k++) {
                    if (seen[i][j] && seen[j][k] && !seen[i][k]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean readLastSeen(List<Txn> order, boolean[][] seen) {
        for (int j = 0; j < order.size(); j++) {
            for (Map.Entry<String, Object> read : taken(order.get(j))) {
                Object last = "nothing";
                for (int i = 0; i < j; i++) {
                    if (seen[i][j] && order.get(i).writes(read.getKey())) {
                        last = lastWrite(order.get(i), read.getKey());
                    }
                }
                if (!last.equals(read.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean serial(List<Txn> order) {
        Map<String, List<Object>> state = new HashMap<>();
        for (Txn txn : order) {
            if (!reads(txn, state)) {
                return false;
            }
            apply(state, txn);
        }
        return true;
    }

    /** Starts and commits in some order: reads from what had committed by the start, no concurrent writes of one key. */
    private boolean snapshots(BiPredicate<Txn, Txn> before) {
        return snapshots(new HashMap<>(), new HashSet<>(), new HashMap<>(), before);
    }

    private boolean snapshots(
            Map<Txn, Set<Txn>> open, Set<Txn> done, Map<String, List<Object>> state, BiPredicate<Txn, Txn> before) {
        if (done.size() == txns.size()) {
            return true;
        }
        for (Txn txn : txns) {
            if (done.contains(txn)) {
                continue;
            }
            if (open.containsKey(txn)) {
                Set<Txn> atStart = open.get(txn);
                boolean conflict = done.stream()
                        .filter(other -> !atStart.contains(other))
                        .anyMatch(other -> txn.accesses().stream()
                                .anyMatch(access -> access.write() && other.writes(access.key())));
                if (!conflict && commit(txn, open, done, state, before)) {
                    return true;
                }
            } else if (txns.stream().allMatch(other -> done.contains(other) || !before.test(other, txn))
                    && reads(txn, state)) {
                open.put(txn, Set.copyOf(done));
                boolean found = snapshots(open, done, state, before);
                open.remove(txn);
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean commit(
            Txn txn,
            Map<Txn, Set<Txn>> open,
            Set<Txn> done,
            Map<String, List<Object>> state,
            BiPredicate<Txn, Txn> before) {
        Set<Txn> atStart = open.remove(txn);
        Map<String, List<Object>> next = new HashMap<>();
        state.forEach((key, values) -> next.put(key, new ArrayList<>(values)));
        apply(next, txn);
        done.add(txn);
        boolean found = snapshots(open, done, next, before);
        done.remove(txn);
        open.put(txn, atStart);
        return found;
    }
}
