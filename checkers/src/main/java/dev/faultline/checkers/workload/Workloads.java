package dev.faultline.checkers.workload;

import dev.faultline.checkers.Checker;
import java.util.List;
import java.util.OptionalLong;

/**
 * The checkers of the well-known workloads, most of them those of Jepsen (jepsen.checker and jepsen.tests, version 0.3).
 *
 * <p>All throw {@link dev.faultline.checkers.history.MalformedHistoryException} for values of another shape than told.
 */
public final class Workloads {
    private static final List<Checker> ALL = List.of(bank(false), uniqueIds(), counter());

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
