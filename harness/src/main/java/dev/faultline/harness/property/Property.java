package dev.faultline.harness.property;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.runtime.Run;
import java.time.Duration;
import java.util.Optional;

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

    /**
     * Why a violation by this run need not be the system's doing, in a sentence: what is promised only while processes and messages are
     * on time stays undecided where the machine was late. Empty when a violation counts, as it always does in a simulation.
     */
    default Optional<String> excuse(Run run) {
        return Optional.empty();
    }

    /** A monitor for one run of this cluster. */
    Monitor monitor(Cluster cluster);
}
