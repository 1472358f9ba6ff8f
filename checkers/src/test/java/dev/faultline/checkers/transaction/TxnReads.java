package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Small transactions, what they read of one another, and every order of them. */
class TxnReads {
    final boolean lists;
    final List<Txn> txns;
    private final List<Txn> all;

    /** Transactions that nobody knows the end of count as committed when somebody saw a write of theirs. */
    TxnReads(boolean lists, List<Txn> transactions) {
        this.lists = lists;
        this.all = transactions;
        this.txns = transactions.stream()
                .filter(txn -> !txn.isPending() || isSeen(txn))
                .toList();
    }

    final boolean isSeen(Txn txn) {
        return txn.accesses().stream()
                .anyMatch(write -> write.write() && all.stream().anyMatch(other -> saw(other, write)));
    }

    final boolean saw(Txn reader, Txn.Access write) {
        return !reader.isPending()
                && reader.accesses().stream()
                        .anyMatch(access -> !access.write()
                                && access.key().equals(write.key())
                                && (access.value() instanceof List<?> list
                                        ? list.contains(write.value())
                                        : write.value().equals(access.value())));
    }

    /** What a read took from others: a value, or a list without the reader's own elements at its end. */
    final Object taken(Txn reader, int at) {
        Txn.Access read = reader.accesses().get(at);
        List<Object> own = reader.accesses().subList(0, at).stream()
                .filter(access -> access.write() && access.key().equals(read.key()))
                .map(Txn.Access::value)
                .toList();
        if (lists) {
            List<?> list = (List<?>) read.value();
            return list.subList(0, list.size() - own.size());
        }
        return own.isEmpty() ? read.value() : this;
    }

    /** The reads of others' values, as key and what was taken. */
    final List<Map.Entry<String, Object>> taken(Txn reader) {
        List<Map.Entry<String, Object>> taken = new ArrayList<>();
        for (int at = 0; at < reader.accesses().size() && !reader.isPending(); at++) {
            if (!reader.accesses().get(at).write()) {
                Object value = taken(reader, at);
                if (value != this) {
                    Object last = !lists ? value : last((List<?>) value);
                    taken.add(Map.entry(reader.accesses().get(at).key(), last == null ? "nothing" : last));
                }
            }
        }
        return taken;
    }

    static Object last(List<?> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }

    final Txn writer(String key, Object value) {
        return txns.stream()
                .filter(txn -> txn.accesses().contains(new Txn.Access(true, key, value)))
                .findFirst()
                .orElse(null);
    }

    final boolean readsIntermediate() {
        return txns.stream().anyMatch(reader -> taken(reader).stream().anyMatch(entry -> {
            Txn writer = writer(entry.getKey(), entry.getValue());
            return writer != null && !lastWrite(writer, entry.getKey()).equals(entry.getValue());
        }));
    }

    static Object lastWrite(Txn writer, String key) {
        Object last = null;
        for (Txn.Access access : writer.accesses()) {
            if (access.write() && access.key().equals(key)) {
                last = access.value();
            }
        }
        return last;
    }

    final boolean readsFrom(Txn writer, Txn reader) {
        return taken(reader).stream().anyMatch(entry -> writer.equals(writer(entry.getKey(), entry.getValue())));
    }

    final boolean session(Txn a, Txn b) {
        return a.process() == b.process() && a.start() < b.start();
    }

    /** Whether some order of the transactions that keeps a relation passes. */
    final boolean orders(BiPredicate<Txn, Txn> kept, Predicate<List<Txn>> passes) {
        return orders(new ArrayList<>(), new HashSet<>(), kept, passes);
    }

    final boolean orders(List<Txn> order, Set<Txn> done, BiPredicate<Txn, Txn> kept, Predicate<List<Txn>> passes) {
        if (order.size() == txns.size()) {
            return passes.test(order);
        }
        for (Txn next : txns) {
            if (!done.contains(next)
                    && txns.stream().allMatch(other -> done.contains(other) || !kept.test(other, next))) {
                done.add(next);
                order.add(next);
                boolean found = orders(order, done, kept, passes);
                order.remove(order.size() - 1);
                done.remove(next);
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether every list read is a beginning of what the transactions append in this order. */
    final boolean listsFollow(List<Txn> order) {
        if (!lists) {
            return true;
        }
        Map<String, List<Object>> state = new HashMap<>();
        order.forEach(txn -> apply(state, txn));
        return txns.stream().filter(txn -> !txn.isPending()).allMatch(txn -> {
            for (int at = 0; at < txn.accesses().size(); at++) {
                if (!txn.accesses().get(at).write()) {
                    List<?> list = (List<?>) taken(txn, at);
                    List<Object> known =
                            state.getOrDefault(txn.accesses().get(at).key(), List.of());
                    if (list.size() > known.size()
                            || !known.subList(0, list.size()).equals(list)) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    final void apply(Map<String, List<Object>> state, Txn txn) {
        for (Txn.Access access : txn.accesses()) {
            if (access.write()) {
                List<Object> values = state.computeIfAbsent(access.key(), fresh -> new ArrayList<>());
                values.add(access.value());
            }
        }
    }

    /** When a transaction writes the key of a read too, whether the read's version is of that transaction or a later one. */
    final boolean isAfter(List<Txn> order, Txn seen, Map.Entry<String, Object> read) {
        if (!seen.writes(read.getKey())) {
            return true;
        }
        Txn writer = writer(read.getKey(), read.getValue());
        return seen.equals(writer) || (writer != null && order.indexOf(seen) < order.indexOf(writer));
    }

    final boolean reads(Txn txn, Map<String, List<Object>> state) {
        for (int at = 0; at < txn.accesses().size() && !txn.isPending(); at++) {
            Txn.Access access = txn.accesses().get(at);
            if (!access.write()) {
                List<Object> values = state.getOrDefault(access.key(), List.of());
                Object taken = taken(txn, at);
                Object found = lists ? values : last(values);
                if (taken != this && !(taken == null ? found == null : taken.equals(found))) {
                    return false;
                }
            }
        }
        return true;
    }
}
