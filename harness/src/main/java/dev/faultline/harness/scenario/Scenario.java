package dev.faultline.harness.scenario;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.fault.Fault;
import dev.faultline.harness.fault.FaultSchedule;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.property.Sight;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A cluster, what its clients do, what happens to it, and what is claimed about it. Immutable.
 *
 * @param cluster what runs
 * @param workload what the clients do
 * @param faults what may happen
 * @param horizon the length of the fault phase
 * @param quiet how long a run may go on after it
 * @param expectation whether the properties are claimed to hold or to break
 * @param properties what is claimed
 * @param measures the figures to take
 */
public record Scenario(
        Cluster cluster,
        Workload workload,
        List<Fault> faults,
        Duration horizon,
        Duration quiet,
        Expectation expectation,
        List<Property> properties,
        List<Measure> measures) {

    /** The first step: see {@link Cluster#workload}. */
    public static Builder of(Cluster cluster, Workload workload) {
        return new Builder(cluster, workload, List.of(), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    /** The same scenario, taking these figures as well. */
    public Scenario measuring(Measure... figures) {
        List<Measure> all = new ArrayList<>(measures);
        all.addAll(Arrays.asList(figures));
        return new Scenario(cluster, workload, faults, horizon, quiet, expectation, properties, List.copyOf(all));
    }

    /** The same scenario on another cluster. */
    public Scenario on(Cluster other) {
        return new Scenario(other, workload, faults, horizon, quiet, expectation, properties, measures);
    }

    /** What a runtime must be able to do. */
    public Set<Capability> requires() {
        Set<Capability> required = new TreeSet<>();
        cluster.roles().forEach(role -> required.addAll(role.program().requires()));
        faults.forEach(fault -> required.addAll(fault.requires()));
        properties.forEach(property -> need(property.monitor(cluster).sight(), required));
        return required;
    }

    private static void need(Sight sight, Set<Capability> required) {
        switch (sight) {
            case EVERY_MOMENT -> required.add(Capability.GLOBAL_STATE);
            case EACH_NODE -> required.add(Capability.NODE_STATES);
            case NOTHING -> {}
        }
    }

    /** The run that belongs to a seed. The same seed gives the same plan in every JVM. */
    public RunPlan plan(long seed) {
        FaultSchedule schedule = FaultSchedule.empty(cluster.nodes().size(), horizon, Seeds.random(seed, "faults"));
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            fault.plan(schedule.with(Seeds.random(seed, "fault " + i + " " + fault.name())));
        }
        RandomGenerator random = Seeds.random(seed, "workload");
        return new RunPlan(
                cluster, seed, workload.clients(), workload.plan(horizon, random), schedule.faults(), horizon, quiet);
    }

    /** A scenario that still needs its claim. */
    public static final class Builder {
        private final Cluster cluster;
        private final Workload workload;
        private final List<Fault> faults;
        private final Duration horizon;
        private final Duration quiet;

        private Builder(Cluster cluster, Workload workload, List<Fault> faults, Duration horizon, Duration quiet) {
            this.cluster = cluster;
            this.workload = workload;
            this.faults = faults;
            this.horizon = horizon;
            this.quiet = quiet;
        }

        /** What may happen to the nodes and the network. */
        public Builder under(Fault... more) {
            List<Fault> all = new ArrayList<>(faults);
            all.addAll(Arrays.asList(more));
            return new Builder(cluster, workload, List.copyOf(all), horizon, quiet);
        }

        /** The length of the fault phase; 10 s unless said otherwise. */
        public Builder lasting(Duration faultPhase) {
            return new Builder(cluster, workload, faults, faultPhase, quiet);
        }

        /** How long a run may go on after the fault phase for the clients to finish; 10 s unless said otherwise. */
        public Builder thenQuietFor(Duration quietPhase) {
            return new Builder(cluster, workload, faults, horizon, quietPhase);
        }

        /** Claims that no run violates any of these. */
        public Scenario holds(Property... properties) {
            return claims(Expectation.HOLDS, properties);
        }

        /** Claims that some run violates this, and that the kit can show it. */
        public Scenario breaks(Property property) {
            return claims(Expectation.BREAKS, property);
        }

        private Scenario claims(Expectation expectation, Property... properties) {
            if (properties.length == 0) {
                throw new IllegalArgumentException("The scenario claims nothing. A claim without a property cannot"
                        + " fail, so its result would mean nothing. Name at least one property in holds(…).");
            }
            return new Scenario(cluster, workload, faults, horizon, quiet, expectation, List.of(properties), List.of());
        }
    }
}
