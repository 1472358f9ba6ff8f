package dev.faultline.harness.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The faults of one run while they are being planned. It keeps a majority of the nodes running: an outage is only accepted
 * while fewer than half of the nodes are out at the same time.
 */
public final class FaultSchedule {
    private final int tolerated;
    private final Duration begin;
    private final Duration horizon;
    private final RandomGenerator random;
    private final List<PlannedFault> faults;
    private final List<Outage> outages;

    private record Outage(Duration from, Duration until, int nodes) {
        boolean overlaps(Duration otherFrom, Duration otherUntil) {
            return from.compareTo(otherUntil) < 0 && otherFrom.compareTo(until) < 0;
        }
    }

    private FaultSchedule(
            int tolerated,
            Duration begin,
            Duration horizon,
            RandomGenerator random,
            List<PlannedFault> faults,
            List<Outage> outages) {
        this.tolerated = tolerated;
        this.begin = begin;
        this.horizon = horizon;
        this.random = random;
        this.faults = faults;
        this.outages = outages;
    }

    /**
     * An empty schedule.
     *
     * @param nodes the size of the cluster
     * @param horizon the length of the fault phase
     */
    public static FaultSchedule empty(int nodes, Duration horizon, RandomGenerator random) {
        return new FaultSchedule((nodes - 1) / 2, Duration.ZERO, horizon, random, new ArrayList<>(), new ArrayList<>());
    }

    /** The same schedule, with another source of chance for the next kind of fault. */
    public FaultSchedule with(RandomGenerator other) {
        return new FaultSchedule(tolerated, begin, horizon, other, faults, outages);
    }

    /** A part of the schedule: its times count from {@code from}, and its fault phase ends at {@code until}. */
    FaultSchedule window(Duration from, Duration until) {
        Duration end = until.compareTo(horizon) > 0 ? horizon : until;
        return new FaultSchedule(tolerated, begin.plus(from), end.minus(from), random, faults, outages);
    }

    public RandomGenerator random() {
        return random;
    }

    public Duration horizon() {
        return horizon;
    }

    /** A moment of the fault phase. */
    public Duration moment() {
        return Duration.ofNanos(random.nextLong(horizon.toNanos()));
    }

    /** A length of time, uniform between two. */
    public Duration between(Duration shortest, Duration longest) {
        return shortest.plusNanos(random.nextLong(longest.minus(shortest).toNanos() + 1));
    }

    /** Adds a fault that lasts for a while, at most until the end of the fault phase. */
    public void add(String name, Duration at, Duration lasting, FaultAction action) {
        Duration until = at.plus(lasting);
        Duration end = until.compareTo(horizon) > 0 ? horizon : until;
        faults.add(new PlannedFault(-1, begin.plus(at), begin.plus(end), name, action));
    }

    /** Adds a fault that is never undone. */
    public void addForGood(String name, Duration at, FaultAction action) {
        faults.add(new PlannedFault(-1, begin.plus(at), begin.plus(horizon), name, action));
    }

    /**
     * Claims that {@code nodes} nodes may be out from {@code at} on.
     *
     * @return whether a majority stays; when not, the caller leaves the fault out
     */
    public boolean mayTakeOut(int nodes, Duration at, Duration lasting) {
        Duration start = begin.plus(at);
        Duration until = start.plus(lasting);
        int out = outages.stream()
                .filter(outage -> outage.overlaps(start, until))
                .mapToInt(Outage::nodes)
                .sum();
        if (out + nodes > tolerated) {
            return false;
        }
        outages.add(new Outage(start, until, nodes));
        return true;
    }

    /** The faults in the order in which they strike, numbered. */
    public List<PlannedFault> faults() {
        List<PlannedFault> ordered = new ArrayList<>(faults);
        ordered.sort(Comparator.comparing(PlannedFault::at));
        List<PlannedFault> numbered = new ArrayList<>();
        for (PlannedFault fault : ordered) {
            numbered.add(new PlannedFault(numbered.size(), fault.at(), fault.until(), fault.name(), fault.action()));
        }
        return numbered;
    }
}
