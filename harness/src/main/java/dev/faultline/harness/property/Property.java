package dev.faultline.harness.property;

import dev.faultline.harness.cluster.Cluster;
import java.time.Duration;

/** Something that a system promises. Immutable: every run gets a {@link Monitor} of its own. */
public interface Property {

    /** Its name in the catalogue's words, such as {@code mutual-exclusion}. */
    String name();

    /**
     * The same property on a machine that also has other things to do: whatever it says about time may take so much longer.
     *
     * @param slack see {@link dev.faultline.harness.runtime.NodeRuntime#slack}
     */
    default Property allowing(Duration slack) {
        return this;
    }

    /** A monitor for one run of this cluster. */
    Monitor monitor(Cluster cluster);
}
