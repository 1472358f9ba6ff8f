package dev.faultline.targets.foreign;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Systems of two {@link Parrot}s, which do not know these. */
final class Parrots {
    private Parrots() {}

    /** Not said yet how they start. */
    static ForeignSystem system() {
        return ForeignSystem.listening("talk", 7000).client(ParrotClient::new);
    }

    /** Two of them, as processes. */
    static Cluster processes() {
        return system().command(Parrots::command).cluster(2);
    }

    private static List<String> command(Place place) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(Parrot.class.getName());
        command.addAll(arguments(place));
        return command;
    }

    /** What the program takes. */
    static List<String> arguments(Place place) {
        NodeId peer = NodeId.node(place.self().equals(NodeId.node(1)) ? 2 : 1);
        return List.of(
                place.self().name(),
                place.host(),
                Integer.toString(place.port("talk")),
                place.directory(),
                place.address(peer, "talk"));
    }
}
