package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A cycle in words, edge by edge, with the values that prove each. */
final class CycleWords {
    private final Transactions transactions;
    private final List<Cycle.Step> steps;
    private final Map<Integer, String> names = new LinkedHashMap<>();

    CycleWords(Transactions transactions, Cycle cycle) {
        this.transactions = transactions;
        steps = betweenTransactions(cycle);
        steps.forEach(step -> names.computeIfAbsent(step.from(), fresh -> "T" + (names.size() + 1)));
    }

    Anomaly anomaly(String name) {
        List<String> sentences = steps.stream().map(this::sentence).toList();
        List<String> told = new ArrayList<>();
        names.forEach((t, given) -> told.add(
                given + " is " + Words.of(transactions.operation(t)) + ": " + value(transactions.operation(t)) + "."));
        told.addAll(sentences);
        String who = names.entrySet().stream()
                .map(entry -> entry.getValue() + ", " + Words.of(transactions.operation(entry.getKey())))
                .collect(Collectors.joining("; "));
        String explanation =
                name + ", a cycle: each must come before the next (" + who + "). " + String.join(" ", sentences);
        return new Anomaly(name, operations(), explanation, told);
    }

    private List<Operation> operations() {
        return names.keySet().stream().map(transactions::operation).toList();
    }

    private static Object value(Operation operation) {
        return operation.output() == null ? operation.input() : operation.output();
    }

    /** Edges through other nodes become one edge, which tells what all of them mean. */
    private List<Cycle.Step> betweenTransactions(Cycle cycle) {
        List<Cycle.Step> all = startingAtTransaction(cycle);
        List<Cycle.Step> between = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Cycle.Step first = all.get(i);
            Cycle.Step last = first;
            int kind = first.kind();
            int label = first.label();
            while (last.to() >= transactions.size()) {
                last = all.get(++i);
                if (kind == Edges.THROUGH) {
                    kind = last.kind();
                }
                label = last.label();
            }
            between.add(new Cycle.Step(first.from(), last.to(), kind, label));
        }
        return between;
    }

    private List<Cycle.Step> startingAtTransaction(Cycle cycle) {
        List<Cycle.Step> all = new ArrayList<>(cycle.steps());
        while (all.get(0).from() >= transactions.size()) {
            all.add(all.remove(0));
        }
        return all;
    }

    private String sentence(Cycle.Step step) {
        String from = names.get(step.from());
        String to = names.get(step.to());
        return from + " before " + to + ": "
                + switch (step.kind()) {
                    case Edges.WW -> overwritten(from, to, step);
                    case Edges.WR ->
                        to + " read " + valueOf(step.label()) + ", which " + from + " wrote to " + keyOf(step.label());
                    case Edges.RW ->
                        from + " read " + found(step) + " in " + keyOf(step.label()) + ", and " + to + " wrote "
                                + valueOf(step.label()) + " after that version";
                    case Edges.COMMIT -> committed(from, to, step);
                    case Edges.PROCESS ->
                        to + " followed it in process "
                                + transactions.operation(step.to()).process();
                    case Edges.TIME ->
                        from + " had ended (event " + transactions.end(step.from()) + ") when " + to + " began (event "
                                + transactions.start(step.to()) + ")";
                    default -> "its process had read from it by then";
                }
                + ".";
    }

    private String overwritten(String from, String to, Cycle.Step step) {
        return to + " wrote " + valueOf(step.label()) + " to " + keyOf(step.label()) + " after "
                + lastWrite(step.from(), transactions.versions().key(step.label())) + " of " + from;
    }

    /** A third transaction tells the order of two. */
    private String committed(String from, String to, Cycle.Step step) {
        int reader = transactions.uses().owner(step.label());
        Uses uses = transactions.uses();
        int key = uses.key(step.label());
        String who = names.getOrDefault(reader, Words.of(transactions.operation(reader)));
        return who + ", which comes after " + from + " and its " + lastWrite(step.from(), key) + " in " + keyName(key)
                + ", still read " + valueOf(uses.version(step.label())) + " of " + to;
    }

    /** What the reader of an rw found in the key. */
    private String found(Cycle.Step step) {
        int key = transactions.versions().key(step.label());
        Uses uses = transactions.uses();
        String found = "an earlier version";
        for (int use = uses.first(step.from()); use < uses.first(step.from() + 1); use++) {
            if (!uses.isWrite(use) && uses.key(use) == key) {
                found = uses.version(use) == Versions.INITIAL ? "nothing" : valueOf(uses.version(use));
            }
        }
        return found;
    }

    private String lastWrite(int transaction, int key) {
        Uses uses = transactions.uses();
        String last = "a write";
        for (int use = uses.first(transaction); use < uses.first(transaction + 1); use++) {
            if (uses.isWrite(use) && uses.key(use) == key) {
                last = valueOf(uses.version(use));
            }
        }
        return last;
    }

    private String valueOf(int version) {
        return version == Versions.INITIAL
                ? "nothing"
                : Words.of(transactions.versions().value(version));
    }

    private String keyOf(int version) {
        return keyName(transactions.versions().key(version));
    }

    private String keyName(int key) {
        return "key " + Words.of(transactions.versions().keyName(key));
    }
}
