package dev.faultline.targets.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Lends ports of the Toxiproxy container, where nobody else takes any. */
final class ContainerPorts {
    private static final int FIRST = 20_000;
    private static final TreeSet<Integer> LENT = new TreeSet<>();

    private ContainerPorts() {}

    static List<Integer> lend(int count) {
        synchronized (LENT) {
            List<Integer> ports = new ArrayList<>();
            for (int port = FIRST; ports.size() < count; port++) {
                if (LENT.add(port)) {
                    ports.add(port);
                }
            }
            return ports;
        }
    }

    static void giveBack(List<Integer> ports) {
        synchronized (LENT) {
            LENT.removeAll(ports);
        }
    }
}
