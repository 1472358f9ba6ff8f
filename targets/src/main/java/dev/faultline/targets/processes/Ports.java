package dev.faultline.targets.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lends ports of the loopback address to runs. They lie below the range from which operating systems take ports for outgoing
 * connections, so that nobody takes one while the node that it belongs to is down.
 */
final class Ports {
    private static final int FIRST = 15_000;
    private static final int BEYOND = 32_000;
    private static final Set<Integer> LENT = new HashSet<>();

    private Ports() {}

    /** @throws IllegalStateException when there are no more */
    static List<Integer> lend(int count) {
        synchronized (LENT) {
            List<Integer> ports = new ArrayList<>();
            int from = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            for (int i = 0; i < BEYOND - FIRST && ports.size() < count; i++) {
                int port = FIRST + (from - FIRST + i) % (BEYOND - FIRST);
                if (!LENT.contains(port) && isFree(port)) {
                    ports.add(port);
                    LENT.add(port);
                }
            }
            if (ports.size() < count) {
                LENT.removeAll(ports);
                throw new IllegalStateException("There are no " + count + " free ports between " + FIRST + " and "
                        + BEYOND + ". The nodes cannot listen, so nothing was run. End what holds them.");
            }
            return ports;
        }
    }

    static void giveBack(List<Integer> ports) {
        synchronized (LENT) {
            LENT.removeAll(ports);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
