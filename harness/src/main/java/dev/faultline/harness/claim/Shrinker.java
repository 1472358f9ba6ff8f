package dev.faultline.harness.claim;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a failing schedule small: delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input",
 * 2002) over nodes, faults and sessions, again and again until nothing more can go. Every candidate is run; it is kept only if the
 * same property is violated and its {@link Control} is fine. The result is 1-minimal unless time ran out.
 */
final class Shrinker {
    private final NodeRuntime runtime;
    private final List<Property> properties;
    private final Finding target;
    private final Control control;
    private final long deadline;
    private Map<String, Integer> sizes = new LinkedHashMap<>();
    private RunPlan smallest;
    private int runs;

    /** A schedule that still fails, and how many runs it took to find it. */
    record Shrunk(RunPlan plan, Reduction reduction, int runs) {}

    private Shrinker(
            NodeRuntime runtime,
            RunPlan plan,
            List<Property> properties,
            Finding target,
            Control control,
            Duration atMost) {
        this.runtime = runtime;
        this.smallest = plan;
        this.properties = properties;
        this.target = target;
        this.control = control;
        this.deadline = System.nanoTime() + atMost.toNanos();
    }

    static Shrunk shrink(
            NodeRuntime runtime,
            RunPlan plan,
            List<Property> properties,
            Finding target,
            Control control,
            Duration atMost) {
        return new Shrinker(runtime, plan, properties, target, control, atMost).shrink();
    }

    private Shrunk shrink() {
        int before;
        do {
            before = smallest.events();
            shrinkNodes();
            shrinkList(smallest.faults(), faults -> smallest.withFaults(faults));
            shrinkList(smallest.sessions(), sessions -> smallest.withSessions(sessions));
        } while (smallest.events() < before && !isLate());
        Reduction reduction = Reduction.of(smallest.faults(), smallest.sessions(), sizes);
        return new Shrunk(smallest, reduction, runs);
    }

    private void shrinkNodes() {
        for (Role role : smallest.cluster().roles()) {
            for (int size = 1; size < role.count() && !isLate(); size++) {
                Cluster smaller = smallest.cluster().resized(role.name(), size);
                if (tries(smallest.on(smaller))) {
                    sizes.put(role.name(), size);
                    break;
                }
            }
        }
    }

    /** Delta debugging: removes ever smaller chunks, as long as the rest still fails. */
    private <T> void shrinkList(List<T> whole, Function<List<T>, RunPlan> planOf) {
        List<T> kept = whole;
        int chunk = Math.max(1, kept.size());
        while (chunk >= 1 && !kept.isEmpty() && !isLate()) {
            Optional<List<T>> smaller = withoutAChunk(kept, chunk, planOf);
            if (smaller.isPresent()) {
                kept = smaller.get();
                chunk = Math.min(chunk, Math.max(1, kept.size()));
            } else if (chunk == 1) {
                return;
            } else {
                chunk = (chunk + 1) / 2;
            }
        }
    }

    private <T> Optional<List<T>> withoutAChunk(List<T> kept, int chunk, Function<List<T>, RunPlan> planOf) {
        List<T> current = kept;
        boolean removed = false;
        for (int end = current.size(); end > 0 && !isLate(); end -= chunk) {
            int from = Math.max(0, end - chunk);
            List<T> rest = new ArrayList<>(current.subList(0, from));
            rest.addAll(current.subList(Math.min(end, current.size()), current.size()));
            if (tries(planOf.apply(rest))) {
                current = rest;
                removed = true;
            }
        }
        return removed ? Optional.of(current) : Optional.empty();
    }

    private boolean tries(RunPlan candidate) {
        runs++;
        boolean fails = Trial.violated(runtime, candidate, properties)
                        .filter(target.property()::equals)
                        .isPresent()
                && control.clears(candidate, runtime, properties);
        if (fails) {
            smallest = candidate;
        }
        return fails;
    }

    private boolean isLate() {
        return System.nanoTime() - deadline >= 0;
    }
}
