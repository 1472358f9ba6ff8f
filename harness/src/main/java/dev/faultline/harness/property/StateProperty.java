package dev.faultline.harness.property;

import dev.faultline.harness.cluster.Cluster;
import java.util.function.Function;

/**
 * A property that a monitor decides while the run goes on.
 *
 * @param name its name in the catalogue's words
 * @param monitors makes a monitor for one run of a cluster
 */
public record StateProperty(String name, Function<Cluster, Monitor> monitors) implements Property {
    @Override
    public Monitor monitor(Cluster cluster) {
        return monitors.apply(cluster);
    }
}
