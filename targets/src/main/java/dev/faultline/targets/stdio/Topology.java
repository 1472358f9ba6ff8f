package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Who is whose neighbour. Nothing keeps a node from talking to others. */
final class Topology {
    private Topology() {}

    /** The message that lays the nodes out on a grid, about as wide as it is high, as Maelstrom does unless asked otherwise. */
    static ObjectNode grid(List<String> nodes) {
        int width = (int) Math.ceil(Math.sqrt(nodes.size()));
        ObjectNode message = Packet.body("topology");
        ObjectNode neighbours = message.putObject("topology");
        for (int at = 0; at < nodes.size(); at++) {
            ArrayNode beside = neighbours.putArray(nodes.get(at));
            add(beside, nodes, at - width);
            if (at % width > 0) {
                add(beside, nodes, at - 1);
            }
            if (at % width < width - 1) {
                add(beside, nodes, at + 1);
            }
            add(beside, nodes, at + width);
        }
        return message;
    }

    private static void add(ArrayNode beside, List<String> nodes, int at) {
        if (at >= 0 && at < nodes.size()) {
            beside.add(nodes.get(at));
        }
    }
}
