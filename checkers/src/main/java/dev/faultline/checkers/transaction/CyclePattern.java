package dev.faultline.checkers.transaction;

import java.util.List;

/**
 * Kinds of cycles, as Adya and Elle name them. A cycle is followed from an edge of the kind {@link #start}; a phase tells
 * what was met since.
 */
enum CyclePattern {
    /** Writes only. */
    G0("G0", Edges.WW | Edges.COMMIT),
    /** Writes and at least one read of a write. */
    G1C("G1c", Edges.WR),
    /** Exactly one rw. */
    G_SINGLE("G-single", Edges.RW),
    /** At least two rw, none of them next to another. */
    G_NONADJACENT("G-nonadjacent", Edges.RW),
    /** At least two rw, of which two are neighbours. */
    G2_ITEM("G2-item", Edges.RW);

    /** Marks a way that no cycle of the pattern takes. */
    static final int DEAD = -1;

    static final int PHASES = 4;

    private static final int AFTER_ONE = 1;
    private static final int AFTER_SEVERAL = 2;
    private static final int APART = 3;

    private final String id;
    private final int start;

    CyclePattern(String id, int start) {
        this.id = id;
        this.start = start;
    }

    String id() {
        return id;
    }

    /** The kinds of the edge from which a cycle is followed; the phase after it is 0. */
    int start() {
        return start;
    }

    /** The phase after another edge, or {@link #DEAD}. */
    int next(int phase, int kind) {
        if (kind == Edges.THROUGH) {
            return phase;
        }
        boolean rw = kind == Edges.RW;
        return switch (this) {
            case G0 -> rw || kind == Edges.WR ? DEAD : 0;
            case G1C, G_SINGLE -> rw ? DEAD : 0;
            case G_NONADJACENT -> nonadjacent(phase, rw);
            case G2_ITEM -> rw ? 1 : phase == 0 ? DEAD : phase;
        };
    }

    /** Whether a cycle may close in this phase. */
    boolean closes(int phase) {
        return switch (this) {
            case G0, G1C, G_SINGLE -> true;
            case G_NONADJACENT -> phase == APART;
            case G2_ITEM -> phase == 1;
        };
    }

    /** The kinds of edges that a cycle may have besides those of processes and time. */
    int mask() {
        int writes = Edges.WW | Edges.COMMIT;
        return switch (this) {
            case G0 -> writes;
            case G1C -> writes | Edges.WR;
            default -> writes | Edges.WR | Edges.RW | Edges.THROUGH;
        };
    }

    private static int nonadjacent(int phase, boolean rw) {
        return switch (phase) {
            case 0 -> rw ? DEAD : AFTER_ONE;
            case AFTER_ONE -> rw ? AFTER_SEVERAL : AFTER_ONE;
            case AFTER_SEVERAL -> rw ? DEAD : APART;
            default -> rw ? AFTER_SEVERAL : APART;
        };
    }

    /** Whether edges of processes or of time are needed, beside those between reads and writes. */
    enum Variant {
        PLAIN("", 0, 0),
        PROCESS("-process", Edges.PROCESS, Edges.PROCESS),
        REAL_TIME("-realtime", Edges.PROCESS | Edges.TIME, Edges.TIME);

        static final List<Variant> ALL = List.of(values());

        private final String suffix;
        private final int mask;
        private final int needed;

        Variant(String suffix, int mask, int needed) {
            this.suffix = suffix;
            this.mask = mask;
            this.needed = needed;
        }

        String suffix() {
            return suffix;
        }

        /** The kinds of edges that a cycle may have in addition. */
        int mask() {
            return mask;
        }

        /** The kind of which it must have one, or 0. */
        int needed() {
            return needed;
        }
    }
}
