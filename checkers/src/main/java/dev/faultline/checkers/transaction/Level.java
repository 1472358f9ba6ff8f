package dev.faultline.checkers.transaction;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Isolation and consistency levels of transactions, each with the levels that it implies.
 *
 * <p>Every level demands that a transaction sees its own writes, and that values come from committed transactions, as their
 * last write of the key; only {@link #READ_UNCOMMITTED} does without. A history keeps a level when an order of the
 * versions of each key exists with which the history has none of the cycles that the level forbids. Edges: {@code ww} from a version's writer to the
 * next version's, {@code wr} from a version's writer to its readers, {@code rw} from a version's readers to the next
 * version's writer, process order, real time. A history here reads single keys, never predicates, so that
 * {@link #REPEATABLE_READ} and {@link #SERIALIZABLE} forbid the same. The order of a list's elements is one for all
 * processes, so a list that contradicts itself fails the guarantees for sessions, too.
 */
public enum Level {
    /** No cycle of ww alone (Adya's PL-1). */
    READ_UNCOMMITTED,
    /** No cycle of ww and wr (Adya's PL-2). */
    READ_COMMITTED(READ_UNCOMMITTED),
    /** A process that saw a version of a key never sees an older one (Terry et al., PDIS 1994, for single keys). */
    MONOTONIC_READS,
    /** Who sees a write has seen what its process wrote before (Terry et al., PDIS 1994). */
    MONOTONIC_WRITES,
    /** A process sees what it wrote itself, or newer (Terry et al., PDIS 1994). */
    READ_YOUR_WRITES,
    /** Who sees a write has seen what its process had read before writing (Terry et al., PDIS 1994). */
    WRITES_FOLLOW_READS,
    /** Every process sees the writes of each process in their order (Lipton and Sandberg, 1988). */
    PRAM(MONOTONIC_READS, MONOTONIC_WRITES, READ_YOUR_WRITES),
    /**
     * Read committed as Biswas and Enea define it: one commit order that keeps process order, and within a transaction no
     * read goes back behind a transaction that an earlier read saw.
     */
    STRONG_SESSION_READ_COMMITTED(READ_COMMITTED),
    /** Who sees one write of a transaction, or follows it in its process, sees all of its writes (Biswas and Enea). */
    READ_ATOMIC(STRONG_SESSION_READ_COMMITTED),
    /** Who sees a transaction sees everything on which it depends, in one commit order for all (Biswas and Enea). */
    CAUSAL(READ_ATOMIC, PRAM, WRITES_FOLLOW_READS),
    /** No cycle with at most one rw (Adya's PL-2+). */
    CONSISTENT_VIEW(READ_COMMITTED),
    /** No cycle at all between accesses of single keys (Adya's PL-2.99). */
    REPEATABLE_READ(READ_COMMITTED),
    /** No cycle with at most one rw, process order included (Sovran et al., SOSP 2011; Cerone et al.). */
    PARALLEL_SNAPSHOT_ISOLATION(CAUSAL, CONSISTENT_VIEW),
    /** No cycle without two rw in a row (Adya's PL-SI; Cerone et al.). */
    SNAPSHOT_ISOLATION(CONSISTENT_VIEW),
    /** Snapshot isolation with process order. */
    STRONG_SESSION_SNAPSHOT_ISOLATION(PARALLEL_SNAPSHOT_ISOLATION, SNAPSHOT_ISOLATION),
    /** Snapshot isolation with real time. */
    STRONG_SNAPSHOT_ISOLATION(STRONG_SESSION_SNAPSHOT_ISOLATION),
    /** No cycle at all (Adya's PL-3). */
    SERIALIZABLE(SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** No cycle at all, process order included. */
    STRONG_SESSION_SERIALIZABLE(STRONG_SESSION_SNAPSHOT_ISOLATION, SERIALIZABLE),
    /** No cycle at all, real time included. */
    STRICT_SERIALIZABLE(STRONG_SNAPSHOT_ISOLATION, STRONG_SESSION_SERIALIZABLE);

    @SuppressWarnings("ImmutableEnumChecker") // List.of, which nobody can change
    private final List<Level> implied;

    Level(Level... implied) {
        this.implied = List.of(implied);
    }

    /** The name in reports and on command lines, such as {@code snapshot-isolation}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The level itself and all that hold whenever it holds. */
    public Set<Level> andWeaker() {
        Set<Level> weaker = EnumSet.of(this);
        implied.forEach(level -> weaker.addAll(level.andWeaker()));
        return weaker;
    }

    /** The level itself and all that fail whenever it fails. */
    public Set<Level> andStronger() {
        return Arrays.stream(values())
                .filter(level -> level.andWeaker().contains(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
    }

    /** The identifiers of all levels, weaker ones first. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Level::id).toList();
    }

    /**
     * The level of this identifier.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known ones
     */
    public static Level byId(String id) {
        return Arrays.stream(values())
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no isolation level \"" + id
                        + "\", so the history cannot be judged. Use one of: " + String.join(", ", ids()) + "."));
    }
}
