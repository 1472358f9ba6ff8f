package dev.faultline.checkers.workload;

import dev.faultline.checkers.Checker;
import java.util.List;
import java.util.OptionalLong;

/**
 * The checkers of the well-known workloads, most of them those of Jepsen (jepsen.checker and jepsen.tests).
 *
 * <p>All throw {@link dev.faultline.checkers.history.MalformedHistoryException} for values of another shape than told.
 */
public final class Workloads {
    private static final List<Checker> ALL = List.of(
            bank(false),
            longFork(),
            totalQueue(),
            totalQueueAtLeastOnce(),
            uniqueIds(),
            counter(),
            kafkaLog(),
            setFull(),
            setFullLinearizable(),
            durability(),
            convergence(),
            convergenceUnordered());

    private Workloads() {}

    /**
     * {@code bank}: money is moved, never made. Operations {@code transfer} of {@code {:from a, :to b, :amount n}} and
     * {@code read}, answered with a map of accounts to balances.
     *
     * <p>Every read adds up to what the first acknowledged one did, and no balance is nil or, unless allowed, negative.
     * Snapshot isolation suffices for it. Unknown without a read. O(n).
     *
     * @param allowNegative whether accounts may be overdrawn
     */
    public static Checker bank(boolean allowNegative) {
        return new Bank("bank", allowNegative, OptionalLong.empty());
    }

    /** As {@link #bank(boolean)}, with the total known beforehand, so that the first read is judged too. */
    public static Checker bank(boolean allowNegative, long total) {
        return new Bank("bank", allowNegative, OptionalLong.of(total));
    }

    /**
     * {@code long-fork}: no two reads saw two writes in opposite orders, which parallel snapshot isolation allows and
     * snapshot isolation does not (Sovran and others, "Transactional storage for geo-replicated systems", SOSP 2011).
     * Operations {@code txn} of {@code [[:w key value]]}, each key written by one transaction only, and of {@code
     * [[:r key nil] …]}, answered with the values, nil before the write. The names {@code write} and {@code read} do
     * as well.
     *
     * <p>Reads may be of any keys: those that have two in common are compared. Violated too by a value that was not written
     * to its key, or only later. Unknown without a read. O(g²) for each read of g keys: groups are
     * meant to be small.
     */
    public static Checker longFork() {
        return new LongFork("long-fork");
    }

    /**
     * {@code total-queue}: what goes in comes out, exactly once, in any order. Operations {@code enqueue} of an element,
     * {@code dequeue}, answered with one or with nil, and {@code drain}, answered with a collection
     * (jepsen.checker/total-queue, which counts duplicates and does not judge them).
     *
     * <p>An element is unexpected when it came out and nobody had begun to enqueue it, or its enqueue failed; duplicated
     * when it came out more often than it was offered by then; recovered when its enqueue has no known outcome and it came
     * out. It is lost when it was acknowledged, never came out, and the queue was found empty later: by an acknowledged
     * drain, by a dequeue answered with nil, or by one that failed for a reason with the word {@code empty} or
     * {@code exhausted}. Unknown when acknowledged elements did not come out and nobody found the queue empty later, or
     * when no more are lost than dequeues of unknown outcome can have taken. O(n).
     */
    public static Checker totalQueue() {
        return new TotalQueue("total-queue", true);
    }

    /** {@code total-queue-at-least-once}: as {@link #totalQueue()}, but an element may come out more than once. */
    public static Checker totalQueueAtLeastOnce() {
        return new TotalQueue("total-queue-at-least-once", false);
    }

    /**
     * {@code unique-ids}: no two acknowledged operations {@code generate} answered the same id, which may be anything but
     * nil. Unknown without one. O(n).
     */
    public static Checker uniqueIds() {
        return new UniqueIds("unique-ids");
    }

    /**
     * {@code counter}: every {@code read} answered a value that the counter may have had between its invocation and its
     * completion. Operations {@code add} of a whole number, negative ones too, to a counter that begins at 0.
     *
     * <p>An add counts from its acknowledgement, and may count from its invocation; of unknown outcome, it may count for
     * ever; a failed one never does. The range is at each moment from the least to the most that this allows; whether
     * pending adds can be combined to exactly the value is not asked, nor whether the reads fit each other. Unknown
     * without a read. O(n log n).
     */
    public static Checker counter() {
        return new Counter("counter");
    }

    /**
     * {@code set-full}: no element is lost. Operations {@code add} of an element that is added once, and {@code read},
     * answered with a collection (jepsen.checker/set-full).
     *
     * <p>An element is known once its add was acknowledged, or once a read that saw it completed. It is stable when some
     * read saw it and so did every read that began after that one; lost when a read that began once it was known did not
     * see it, nor any read that began later; else never-read. The details count these, and the stale ones: stable, but
     * missed by a read that began once they were known; with quantiles of how long (of the lost ones, how long they were
     * still seen). Elements twice in one read, and elements that nobody added, are counted and not judged. Unknown when
     * nothing is stable. O(n log n).
     */
    public static Checker setFull() {
        return new SetFull("set-full", false);
    }

    /** {@code set-full-linearizable}: as {@link #setFull()}, and no element is stale. */
    public static Checker setFullLinearizable() {
        return new SetFull("set-full-linearizable", true);
    }

    /**
     * {@code durability}: what was acknowledged is in every final read that was invoked later, and what failed is in no
     * read. Operations {@code write}, {@code append} and {@code add} of a value that nothing overwrites, and {@code read},
     * {@code read-final} and {@code scan}, answered with a collection of the values; or of {@code [key value]}, answered
     * with a collection of these or with a map of keys to collections.
     *
     * <p>A read is final when it was invoked after the last write was. Values are told apart by themselves: a value whose
     * write failed, and that another write may have written, is not judged. Values that nobody wrote are counted and not
     * judged. Unknown without a final read. O(n log n).
     */
    public static Checker durability() {
        return new Durability("durability");
    }

    /**
     * {@code convergence}: the last reads of all nodes are equal. Any operations; those other than {@code read} and
     * {@code read-final} count as updates.
     *
     * <p>Judged are the acknowledged reads that were invoked after the last event of an update that may have taken effect,
     * and after the last one of the nemesis; only those called {@code read-final} when there are any. Reads with different
     * arguments are about different states. Nodes that are down at the end are not asked for. How long the nodes may take
     * is for the one who wrote the test: by waiting before the last reads. Unknown when a node was not read. The order of
     * the items of a list counts. Details: from the last update or fault, how long a node was seen with another answer
     * than its last, and until when each had given its last. O(n log n).
     */
    public static Checker convergence() {
        return new Convergence("convergence", true);
    }

    /** {@code convergence-unordered}: as {@link #convergence()} for sets and bags: the order of their items does not count. */
    public static Checker convergenceUnordered() {
        return new Convergence("convergence-unordered", false);
    }

    /**
     * {@code kafka-log}: messages are kept in the order of their offsets, and consumers get them in that order, each once
     * (jepsen.tests.kafka). Operations:
     *
     * <ul>
     *   <li>{@code send} of {@code [key value]}, answered with {@code [key [offset value]]}, the offset nil when unknown.
     *       Each value is sent once to its key; a failed send may be repeated.
     *   <li>{@code poll}, answered with {@code {key [[offset value] …]}}.
     *   <li>{@code txn} of {@code [[:send key value] [:poll] …]}, answered with {@code [[:send key [offset value]] [:poll
     *       {…}] …]}; {@code send} and {@code poll} may have such values too.
     *   <li>{@code assign} and {@code subscribe}: the process's group begins anew, at any positions.
     * </ul>
     *
     * <p>A consumer group is one process, unless the argument of an {@code assign}, {@code subscribe} or {@code poll} is a
     * map with {@code :group}, which puts the process into that group from then on. Positions of a group carry over from
     * poll to poll; not over a poll that failed or has no known outcome, nor over polls of one group that overlap, because
     * it is not known which was served first. A rebalance that the history does not tell looks like an anomaly.
     *
     * <p>Invalid are: {@code inconsistent-offsets} (two values at one offset), {@code duplicate} (one value at two
     * offsets), {@code unsent} (polled, though nobody had sent it or its send failed), {@code lost-write} (acknowledged
     * with an offset, never polled, though a poll got a higher one: so some consumer must read from the beginning),
     * {@code nonmonotonic-send} (a process is told no higher offset than for its send before), {@code nonmonotonic-poll}
     * and {@code poll-skip} (a group goes back or stays, or passes over an offset at which a value is known), and the same
     * three with {@code int-} within one operation. Offsets without a known value are no gaps: brokers use some
     * themselves. Acknowledged values that no poll got to are counted as {@code unseen}. Unknown without a poll.
     * O(n log n).
     */
    public static Checker kafkaLog() {
        return new KafkaLog("kafka-log");
    }

    /** The names of the workloads. */
    public static List<String> names() {
        return ALL.stream().map(Checker::name).toList();
    }

    /**
     * The checker of this name, with its defaults.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known names
     */
    public static Checker byName(String name) {
        return ALL.stream()
                .filter(checker -> checker.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no workload named \"" + name
                        + "\", so the history cannot be judged. Use one of: "
                        + String.join(", ", names()) + "."));
    }
}
