package dev.faultline.targets.runner;

import static dev.faultline.harness.cluster.Role.role;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.targets.live.Notebook;

/** A system that has one node more than it is asked for. */
final class Spare {
    private Spare() {}

    static Cluster cluster(int size) {
        return Cluster.of(role("spare", 1, Notebook::new), role("node", size, Notebook::new));
    }
}
