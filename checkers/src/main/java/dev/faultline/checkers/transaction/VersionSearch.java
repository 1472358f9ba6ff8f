package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.transaction.CycleRule.AntiDependencies;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for an order of the versions with which a history has no forbidden cycle, where the history does not tell the order. The
 * problem is NP-complete for serializability (Papadimitriou, JACM 1979) and snapshot isolation (Biswas and Enea); most
 * histories are decided by what follows from certain edges, and the rest by assuming one order of two versions and then the
 * other.
 */
final class VersionSearch {
    private static final int MOST_APART = 20_000;

    private final Transactions transactions;
    private final KeyWriters writers;
    private final CycleRule rule;
    private final Clock clock;
    private final Edges edges;
    private final Saturation saturation;

    private VersionSearch(Transactions transactions, CycleRule rule, Clock clock) {
        this.transactions = transactions;
        this.rule = rule;
        this.clock = clock;
        writers = new KeyWriters(transactions);
        edges = Dependencies.of(transactions);
        saturation = new Saturation(transactions, writers, rule, edges, clock);
    }

    /** UNKNOWN when the budget ends first, or when there are too many transactions to reason without process order. */
    static Verdict decide(Transactions transactions, CycleRule rule, Clock clock) {
        if (new VersionSearch(transactions, rule, clock).fitsAtOnce()) {
            return Verdict.VALID;
        }
        if ((rule.mask() & Edges.PROCESS) != 0) {
            return new VersionSearch(transactions, rule, clock).decide();
        }
        if (transactions.size() <= MOST_APART) {
            return new VersionSearch(transactions.apart(), rule, clock).decide();
        }
        return decideByParts(transactions, rule, clock);
    }

    /** A few transactions that break the level alone break it among the others, too. */
    private static Verdict decideByParts(Transactions transactions, CycleRule rule, Clock clock) {
        CycleRule withProcesses = new CycleRule(rule.mask() | Edges.PROCESS, rule.antiDependencies());
        VersionSearch whole = new VersionSearch(transactions, withProcesses, clock);
        whole.saturation.holds();
        for (int[] members : new Components(whole.edges.graph(), Edges.ALL & ~Edges.TIME).cyclic()) {
            int[] part =
                    Arrays.stream(members).filter(t -> t < transactions.size()).toArray();
            if (part.length <= MOST_APART
                    && new VersionSearch(transactions.only(part).apart(), rule, clock).decide() == Verdict.INVALID) {
                return Verdict.INVALID;
            }
        }
        return Verdict.UNKNOWN;
    }

    /** Whether an order that keeps a level is found without assumptions; when not, nothing is known. */
    static boolean findsOrder(Transactions transactions, CycleRule rule, Clock clock) {
        VersionSearch search = new VersionSearch(transactions, rule, clock);
        return search.fitsAtOnce() || (search.follows() && search.fitsBySaturation());
    }

    /** The certain edges and what follows from them. */
    static Digraph saturated(Transactions transactions, CycleRule rule, Clock clock) {
        boolean ordered = (rule.mask() & Edges.PROCESS) != 0;
        boolean small = ordered || transactions.size() <= MOST_APART;
        VersionSearch search = new VersionSearch(ordered || !small ? transactions : transactions.apart(), rule, clock);
        if (small) {
            search.saturation.holds();
        }
        return search.edges.graph();
    }

    /** Whether the order that the certain edges suggest keeps the level. */
    private boolean fitsAtOnce() {
        Digraph graph = edges.graph();
        return new Components(graph, saturation.leading()).acyclic()
                && fits(Topological.ranks(transactions, graph, saturation.leading()));
    }

    private boolean follows() {
        return saturation.holds() && !clock.isLate();
    }

    private boolean fitsBySaturation() {
        return fits(Topological.ranks(transactions, saturation.graph(), saturation.leading()))
                || serial().filter(this::fits).isPresent();
    }

    private Verdict decide() {
        if (!saturation.holds()) {
            return Verdict.INVALID;
        }
        if (clock.isLate()) {
            return Verdict.UNKNOWN;
        }
        if (fitsBySaturation()) {
            return Verdict.VALID;
        }
        Optional<int[]> pair = undecided();
        if (pair.isEmpty()) {
            return Verdict.INVALID;
        }
        return clock.isSpent(saturation.words()) ? Verdict.UNKNOWN : assume(pair.get());
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
        Versions inOrder = transactions.versions().ranked(ranks);
        return !ForbiddenCycles.exist(Dependencies.of(transactions, inOrder).graph(), rule);
    }

    private Optional<int[]> serial() {
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
    private Optional<int[]> undecided() {
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
