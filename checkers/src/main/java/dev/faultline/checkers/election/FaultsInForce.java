package dev.faultline.checkers.election;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.NodeFaults;
import java.util.HashSet;
import java.util.Set;

/**
 * What keeps nodes from acting together at some event of the history: partitions of any shape, and nodes that are down, paused, cut
 * off or starved.
 */
final class FaultsInForce {
    private final Set<String> faults = new HashSet<>();
    private int separations;

    void on(Event fault) {
        switch (fault.f()) {
            case "partition", "one-way-partition", "bridge", "disconnect", "half-open", "cpu-limit" -> separations++;
            case "healed", "disconnect-over", "half-open-over", "cpu-limit-over" -> separations--;
            case "crash", "restart" -> NodeFaults.nodes(fault).forEach(node -> faults.add("down " + node));
            case "restarted" -> NodeFaults.nodes(fault).forEach(node -> faults.remove("down " + node));
            case "pause" -> NodeFaults.nodes(fault).forEach(node -> faults.add("paused " + node));
            case "resumed" -> NodeFaults.nodes(fault).forEach(node -> faults.remove("paused " + node));
            default -> {}
        }
    }

    boolean isNone() {
        return faults.isEmpty() && separations <= 0;
    }
}
