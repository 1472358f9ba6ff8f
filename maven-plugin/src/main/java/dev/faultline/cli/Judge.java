package dev.faultline.cli;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.election.Elections;
import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.lock.Locks;
import dev.faultline.checkers.model.Models;
import dev.faultline.checkers.model.NondeterministicModel;
import dev.faultline.checkers.progress.Progress;
import dev.faultline.checkers.sequential.SequentialConsistency;
import dev.faultline.checkers.transaction.Isolation;
import dev.faultline.checkers.transaction.Level;
import dev.faultline.checkers.workload.Workloads;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The checkers that judge a recorded history, by the name of their property or of their model. */
final class Judge {
    /** Requests closer together than this have no order, and an operation gets this long to be answered. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final Map<String, Supplier<Checker>> PROPERTIES = new LinkedHashMap<>();

    static {
        PROPERTIES.put("mutual-exclusion", Locks::mutualExclusion);
        PROPERTIES.put("fenced-exclusion", Locks::fencedExclusion);
        PROPERTIES.put("fifo", () -> Locks.fifo(Duration.ZERO));
        PROPERTIES.put("progress", () -> Progress.everyOperationCompletes(GRACE));
        PROPERTIES.put("one-leader-per-term", Elections::oneLeaderPerTerm);
        PROPERTIES.put("agreement", () -> Elections.agreement(GRACE));
        Workloads.names().forEach(name -> PROPERTIES.put(name, () -> Workloads.byName(name)));
    }

    private static final List<String> CONSISTENCIES = List.of(
            "linearizable",
            "sequential",
            "causal",
            "pram",
            "monotonic-reads",
            "monotonic-writes",
            "read-your-writes",
            "writes-follow-reads");

    private Judge() {}

    /** The names of the properties, for the command's help. */
    static final class PropertyNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PROPERTIES.keySet().iterator();
        }
    }

    /** The names of the models, for the command's help. */
    static final class ModelNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Models.names().iterator();
        }
    }

    /** The names of the isolation levels, for the command's help. */
    static final class LevelNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Level.ids().iterator();
        }
    }

    /** The names of the ways in which an object behaves, for the command's help. */
    static final class ConsistencyNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return CONSISTENCIES.iterator();
        }
    }

    /** The checker of an isolation level. */
    static Checker ofLevel(String id) {
        return Isolation.of(Level.byId(id));
    }

    /**
     * The checker of an object.
     *
     * @param consistency how it should behave, or {@code null} for linearizable
     * @throws UserMistake when only registers can be judged by that
     */
    static Checker ofModel(NondeterministicModel<?> model, String consistency) {
        if (consistency == null || consistency.equals("linearizable")) {
            return Linearizability.of(model);
        }
        if (consistency.equals("sequential")) {
            return SequentialConsistency.of(model);
        }
        return switch (model.name()) {
            case "register" -> Isolation.ofRegister(Level.byId(consistency));
            case "kv" -> Isolation.ofRegisters(Level.byId(consistency));
            default ->
                throw new UserMistake("--consistency " + consistency + " is about reads and writes, and the model is "
                        + model.name() + ". Nothing was judged. Use register or kv, or linearizable or sequential.");
        };
    }

    /** @throws UserMistake when there is no such way to behave */
    static void requireConsistency(String name) {
        if (name != null && !CONSISTENCIES.contains(name)) {
            throw new UserMistake("There is no consistency named \"" + name
                    + "\", so the history cannot be judged. Use one of: " + String.join(", ", CONSISTENCIES) + ".");
        }
    }

    /**
     * The checker of a property.
     *
     * @throws UserMistake when there is no such property
     */
    static Checker ofProperty(String name) {
        Supplier<Checker> checker = PROPERTIES.get(name);
        if (checker == null) {
            throw new UserMistake(
                    "There is no property named \"" + name + "\", so the history cannot be judged. Use one of: "
                            + String.join(", ", PROPERTIES.keySet()) + "; or a model, for linearizability.");
        }
        return checker.get();
    }
}
