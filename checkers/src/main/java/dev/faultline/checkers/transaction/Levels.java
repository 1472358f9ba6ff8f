package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which levels a history keeps. Each is decided when it is asked for, and with it those that follow. */
final class Levels {
    private final Resolved resolved;
    private final Clock clock;
    private final Map<Level, Verdict> verdicts = new EnumMap<>(Level.class);
    private Digraph dependencies;
    private List<Digraph> certain;
    private List<Digraph> suggested;
    private KeyWriters writers;
    private boolean triedToSerialize;

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
        if (exist(certain(), rule)) {
            return Verdict.INVALID;
        }
        boolean told = !transactions().versions().anyUndecided();
        if (told || level == Level.READ_UNCOMMITTED || level == Level.READ_COMMITTED) {
            return Verdict.VALID;
        }
        if (!exist(suggested(), rule)) {
            return Verdict.VALID;
        }
        boolean serializable = level != Level.STRONG_SESSION_SERIALIZABLE
                && level != Level.STRICT_SERIALIZABLE
                && level != Level.STRONG_SNAPSHOT_ISOLATION
                && isSerializable();
        return serializable ? Verdict.VALID : VersionSearch.decide(transactions(), rule, clock);
    }

    private static boolean exist(List<Digraph> parts, CycleRule rule) {
        return parts.stream().anyMatch(part -> ForbiddenCycles.exist(part, rule));
    }

    /** The cycles of what is certain. */
    private List<Digraph> certain() {
        if (certain == null) {
            certain = ForbiddenCycles.cyclicParts(dependencies());
        }
        return certain;
    }

    /** The cycles that there are when versions are in the order that the certain edges suggest, real time included. */
    private List<Digraph> suggested() {
        if (suggested == null) {
            int[] ranks = new Components(dependencies(), Edges.ALL)
                    .ranks(transactions().size());
            Versions inOrder = transactions().versions().ranked(ranks);
            suggested = ForbiddenCycles.cyclicParts(
                    Dependencies.of(transactions(), inOrder).graph());
        }
        return suggested;
    }

    /** Whether an order is soon found that serializes the transactions and keeps the order of processes. */
    private boolean isSerializable() {
        if (!triedToSerialize) {
            triedToSerialize = true;
            CycleRule rule = CycleRule.of(Level.STRONG_SESSION_SERIALIZABLE).orElseThrow();
            if (VersionSearch.findsOrder(transactions(), rule, clock)) {
                Level.STRONG_SESSION_SERIALIZABLE.andWeaker().forEach(weaker -> verdicts.put(weaker, Verdict.VALID));
            }
        }
        return verdicts.get(Level.STRONG_SESSION_SERIALIZABLE) == Verdict.VALID;
    }

    /** Why a level fails, when cycles of certain dependencies alone do not tell. */
    List<Anomaly> explain(Level level) {
        Optional<CycleRule> rule = CycleRule.of(level);
        if (rule.isPresent()) {
            return exist(certain(), rule.get())
                    ? List.of()
                    : CycleAnomalies.find(
                            transactions(), VersionSearch.saturated(transactions(), rule.get(), clock), rule.get());
        }
        return CommitAnomalies.find(transactions(), writers(), level);
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
