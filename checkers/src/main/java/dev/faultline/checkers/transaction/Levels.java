package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which levels a history keeps. Each is decided when it is asked for, and with it those that follow. */
final class Levels {
    private final Resolved resolved;
    private final Clock clock;
    private final Map<Level, Verdict> verdicts = new EnumMap<>(Level.class);
    private Digraph dependencies;
    private KeyWriters writers;

    Levels(Resolved resolved, Clock clock) {
        this.resolved = resolved;
        this.clock = clock;
    }

    Verdict verdict(Level level) {
        if (!verdicts.containsKey(level)) {
            Verdict verdict = decide(level);
            switch (verdict) {
                case VALID -> level.andWeaker().forEach(weaker -> verdicts.put(weaker, verdict));
                case INVALID -> level.andStronger().forEach(stronger -> verdicts.put(stronger, verdict));
                case UNKNOWN -> verdicts.put(level, verdict);
            }
        }
        return verdicts.get(level);
    }

    /** What is known so far. */
    Map<Level, Verdict> decided() {
        return verdicts;
    }

    private Verdict decide(Level level) {
        if (resolved.flaws().refute(level)) {
            return Verdict.INVALID;
        }
        if (!resolved.ambiguity().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        Optional<CycleRule> rule = CycleRule.of(level);
        if (rule.isPresent()) {
            return byCycles(level, rule.get());
        }
        if (level == Level.CAUSAL) {
            return verdict(
                    new CausalOrder(transactions(), writers(), clock.budget().meter()).holds());
        }
        return verdict(new CommitOrders(transactions(), writers()).hold(level));
    }

    private Verdict byCycles(Level level, CycleRule rule) {
        if (ForbiddenCycles.exist(dependencies(), rule)) {
            return Verdict.INVALID;
        }
        boolean told = !transactions().versions().anyUndecided();
        if (told || level == Level.READ_UNCOMMITTED || level == Level.READ_COMMITTED) {
            return Verdict.VALID;
        }
        return VersionSearch.decide(transactions(), rule, clock);
    }

    Digraph dependencies() {
        if (dependencies == null) {
            dependencies = Dependencies.of(transactions()).graph();
        }
        return dependencies;
    }

    private KeyWriters writers() {
        if (writers == null) {
            writers = new KeyWriters(transactions());
        }
        return writers;
    }

    private Transactions transactions() {
        return resolved.transactions();
    }

    private static Verdict verdict(boolean holds) {
        return holds ? Verdict.VALID : Verdict.INVALID;
    }
}
