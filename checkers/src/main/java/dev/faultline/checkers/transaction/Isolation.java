package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.function.Function;

/** Decides whether a history of transactions keeps an isolation level. */
public final class Isolation implements Checker {
    private final Level level;
    private final Function<History, Accesses> reader;

    private Isolation(Level level, Function<History, Accesses> reader) {
        this.level = level;
        this.reader = reader;
    }

    /**
     * The checker for a level, of a history of operations {@code :txn}.
     *
     * <p>When the history is invalid, {@code details} holds the verdict on every level, the strongest that hold
     * ({@code strongest}), the weakest that fail ({@code weakest}), and the anomalies found ({@code anomalies}).
     */
    public static Checker of(Level level) {
        return new Isolation(level, AccessReader::transactions);
    }

    /** The checker for a level, where each {@code :read} and {@code :write} of one register is a transaction of its own. */
    public static Checker ofRegister(Level level) {
        return new Isolation(level, history -> AccessReader.registers(history, false));
    }

    /** The checker for a level, where each {@code :read} and {@code :write} of {@code [key value]} is a transaction of its own. */
    public static Checker ofRegisters(Level level) {
        return new Isolation(level, history -> AccessReader.registers(history, true));
    }

    @Override
    public String name() {
        return level.id();
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        Resolved resolved = Resolved.of(reader.apply(history));
        Levels levels = new Levels(resolved, new Clock(budget));
        return new Report(history, level, resolved, levels).of(levels.verdict(level));
    }

    @Override
    public Verdict decide(History history, Budget budget) {
        Resolved resolved = Resolved.of(reader.apply(history));
        return new Levels(resolved, new Clock(budget)).verdict(level);
    }
}
