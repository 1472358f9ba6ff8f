package dev.faultline.targets.foreign;

import dev.faultline.harness.node.NodeId;
import java.util.List;
import java.util.Map;

/**
 * A place that a runtime has found for a node.
 *
 * @param ports the node's own, by name
 * @param addresses {@code host:port} of the ways to every other node's ports, by name
 */
public record AssignedPlace(
        NodeId self,
        List<NodeId> nodes,
        String host,
        Map<String, Integer> ports,
        Map<NodeId, Map<String, String>> addresses,
        String directory)
        implements Place {

    @Override
    public int port(String name) {
        return known(ports, name, "port", "Declare it with ForeignSystem.andListening(…)");
    }

    @Override
    public String address(NodeId peer, String name) {
        Map<String, String> ways = known(addresses, peer, "other node", "Ask for another node than " + self);
        return known(ways, name, "port", "Declare it with ForeignSystem.andListening(…)");
    }

    private static <K, V> V known(Map<K, V> all, K wanted, String kind, String remedy) {
        V found = all.get(wanted);
        if (found == null) {
            throw new IllegalArgumentException("The foreign system has no " + kind + " '" + wanted
                    + "', so the node's command line cannot name it. There are " + all.keySet() + ". " + remedy + ".");
        }
        return found;
    }
}
