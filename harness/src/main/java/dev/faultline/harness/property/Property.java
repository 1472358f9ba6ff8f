package dev.faultline.harness.property;

import dev.faultline.harness.cluster.Cluster;

/** Something that a system promises. Immutable: every run gets a {@link Monitor} of its own. */
public interface Property {

    /** Its name in the catalogue's words, such as {@code mutual-exclusion}. */
    String name();

    /** A monitor for one run of this cluster. */
    Monitor monitor(Cluster cluster);
}
