package dev.faultline.cli;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.election.Elections;
import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.lock.Locks;
import dev.faultline.checkers.model.Models;
import dev.faultline.checkers.progress.Progress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
    }

    private Judge() {}

    /** The names of the properties, for the command's help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PROPERTIES.keySet().iterator();
        }
    }

    /**
     * Linearizability with respect to a model.
     *
     * @throws IllegalArgumentException when there is no such model
     */
    static Checker ofModel(String name) {
        return Linearizability.of(Models.byName(name));
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
