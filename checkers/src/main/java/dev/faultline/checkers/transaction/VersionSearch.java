package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.transaction.CycleRule.AntiDependencies;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Looks for an order of the versions with which a history has no forbidden cycle, where the history does not tell the order. The
 * problem is NP-complete for serializability (Papadimitriou, JACM 1979) and snapshot isolation (Biswas and Enea); most
 * histories are decided by what follows from certain edges, and the rest by assuming one order of two versions and then the
 * other.
 */
final class VersionSearch {
    private static final int MOST_APART = 3_000;

    private final Transactions transactions;
    private final KeyWriters writers;
    private final CycleRule rule;
    private final Clock clock;
    private final Edges edges;

    private VersionSearch(Transactions transactions, CycleRule rule, Clock clock) {
        this.transactions = transactions;
        this.rule = rule;
        this.clock = clock;
        writers = new KeyWriters(transactions);
        edges = Dependencies.of(transactions);
    }

    /** UNKNOWN when the budget ends first, or when there are too many transactions to reason without process order. */
    static Verdict decide(Transactions transactions, CycleRule rule, Clock clock) {
        boolean ordered = (rule.mask() & Edges.PROCESS) != 0;
        if (!ordered && transactions.size() > MOST_APART) {
            return Verdict.UNKNOWN;
        }
        return new VersionSearch(ordered ? transactions : transactions.apart(), rule, clock).decide();
    }

    private Verdict decide() {
        if (clock.isSpent()) {
            return Verdict.UNKNOWN;
        }
        Saturation saturation = new Saturation(transactions, writers, rule, edges, clock);
        if (!saturation.holds()) {
            return Verdict.INVALID;
        }
        if (clock.isLate()) {
            return Verdict.UNKNOWN;
        }
        if (fits(byOrder(saturation)) || serial(saturation).filter(this::fits).isPresent()) {
            return Verdict.VALID;
        }
        return undecided(saturation).map(this::assume).orElse(Verdict.INVALID);
    }

    private Verdict assume(int[] pair) {
        int known = edges.size();
        edges.add(pair[0], pair[1], Edges.WW, pair[2]);
        Verdict one = decide();
        edges.shrink(known);
        if (one != Verdict.INVALID) {
            return one;
        }
        edges.add(pair[1], pair[0], Edges.WW, pair[2]);
        Verdict other = decide();
        edges.shrink(known);
        return other;
    }

    /** Whether the versions in the order of their writers' ranks keep the level. */
    private boolean fits(int[] ranks) {
        Versions versions = transactions.versions();
        int[][] order = new int[versions.keys()][];
        for (int key = 0; key < order.length; key++) {
            order[key] = inOrder(versions.ordered(key), versions.loose(key), ranks);
        }
        Edges all = Dependencies.of(transactions, versions.inOrder(order));
        return !ForbiddenCycles.exist(all.graph(), rule);
    }

    private int[] inOrder(int[] ordered, int[] loose, int[] ranks) {
        int[] all = Arrays.copyOf(ordered, ordered.length + loose.length);
        int[] sorted = Arrays.stream(loose)
                .boxed()
                .sorted(Comparator.comparingInt(
                        version -> ranks[transactions.versions().writer(version)]))
                .mapToInt(version -> version)
                .toArray();
        System.arraycopy(sorted, 0, all, ordered.length, sorted.length);
        return all;
    }

    private int[] byOrder(Saturation saturation) {
        return Topological.ranks(transactions, saturation.graph(), saturation.leading());
    }

    private Optional<int[]> serial(Saturation saturation) {
        if (rule.antiDependencies() != AntiDependencies.ANY) {
            return Optional.empty();
        }
        return new SerialOrder(transactions, saturation.graph(), saturation.leading())
                .find()
                .map(VersionSearch::ranks);
    }

    private static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    /** Two writers of a key of which neither leads to the other, and a version of the second. */
    private Optional<int[]> undecided(Saturation saturation) {
        Versions versions = transactions.versions();
        for (int key = 0; key < versions.keys(); key++) {
            int[] loose = versions.loose(key);
            for (int i = 0; i < loose.length; i++) {
                for (int j = 0; j < i; j++) {
                    int one = versions.writer(loose[j]);
                    int other = versions.writer(loose[i]);
                    if (one != other && !saturation.leads(one, other) && !saturation.leads(other, one)) {
                        return Optional.of(new int[] {one, other, loose[i]});
                    }
                }
            }
        }
        return Optional.empty();
    }
}
