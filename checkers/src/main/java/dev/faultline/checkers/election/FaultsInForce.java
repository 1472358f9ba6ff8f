package dev.faultline.checkers.election;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.NodeFaults;
import java.util.HashSet;
import java.util.Set;

/** The partitions of any shape, and the nodes down or paused, that last at some event of the history. */
final class FaultsInForce {
    private final Set<String> faults = new HashSet<>();
    private int partitions;

    void on(Event fault) {
        switch (fault.f()) {
            case "partition", "one-way-partition", "bridge" -> partitions++;
            case "healed" -> partitions--;
            case "crash", "restart" -> NodeFaults.nodes(fault).forEach(node -> faults.add("down " + node));
            case "restarted" -> NodeFaults.nodes(fault).forEach(node -> faults.remove("down " + node));
            case "pause" -> NodeFaults.nodes(fault).forEach(node -> faults.add("paused " + node));
            case "resumed" -> NodeFaults.nodes(fault).forEach(node -> faults.remove("paused " + node));
            default -> {}
        }
    }

    boolean isNone() {
        return faults.isEmpty() && partitions <= 0;
    }
}
