package dev.faultline.checkers.transaction;

import java.util.Optional;

/**
 * The cycles that a level forbids.
 *
 * @param mask the kinds of edges that count
 * @param antiDependencies which rw edges make a cycle of these forbidden
 */
record CycleRule(int mask, AntiDependencies antiDependencies) {
    private static final int READS_AND_WRITES = Edges.WW | Edges.WR | Edges.RW | Edges.THROUGH;

    enum AntiDependencies {
        /** Any number of rw edges, zero included. */
        ANY,
        /** No two rw edges in a row. */
        APART,
        /** At most one rw edge. */
        ONE
    }

    /** The rule of a level that is defined by cycles between transactions in an order of versions. */
    static Optional<CycleRule> of(Level level) {
        return Optional.ofNullable(
                switch (level) {
                    case READ_UNCOMMITTED -> new CycleRule(Edges.WW, AntiDependencies.ANY);
                    case READ_COMMITTED -> new CycleRule(Edges.WW | Edges.WR, AntiDependencies.ANY);
                    case CONSISTENT_VIEW -> new CycleRule(READS_AND_WRITES, AntiDependencies.ONE);
                    case PARALLEL_SNAPSHOT_ISOLATION ->
                        new CycleRule(READS_AND_WRITES | Edges.PROCESS, AntiDependencies.ONE);
                    case SNAPSHOT_ISOLATION -> new CycleRule(READS_AND_WRITES, AntiDependencies.APART);
                    case STRONG_SESSION_SNAPSHOT_ISOLATION ->
                        new CycleRule(READS_AND_WRITES | Edges.PROCESS, AntiDependencies.APART);
                    case STRONG_SNAPSHOT_ISOLATION ->
                        new CycleRule(READS_AND_WRITES | Edges.PROCESS | Edges.TIME, AntiDependencies.APART);
                    case REPEATABLE_READ, SERIALIZABLE -> new CycleRule(READS_AND_WRITES, AntiDependencies.ANY);
                    case STRONG_SESSION_SERIALIZABLE ->
                        new CycleRule(READS_AND_WRITES | Edges.PROCESS, AntiDependencies.ANY);
                    case STRICT_SERIALIZABLE ->
                        new CycleRule(READS_AND_WRITES | Edges.PROCESS | Edges.TIME, AntiDependencies.ANY);
                    default -> null;
                });
    }
}
