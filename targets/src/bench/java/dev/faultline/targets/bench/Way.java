package dev.faultline.targets.bench;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * A way to the far side: straight, or through the proxies of a server.
 *
 * @param sink leads to the sink of a {@link Pump}
 * @param echo leads to the echo of a {@link PingPong}
 * @param late leads there with a latency toxic; nothing for the straight way
 * @param process the server's, when it has one of its own
 */
record Way(
        String name,
        InetSocketAddress sink,
        InetSocketAddress echo,
        Optional<InetSocketAddress> late,
        Optional<ProcessHandle> process) {
    /** Of the latency toxic. */
    static final Duration LATENCY = Duration.ofMillis(20);

    static Way straight(String name, Pump pump, PingPong pingPong) throws IOException {
        return new Way(name, pump.sink(), pingPong.echo(), Optional.empty(), Optional.empty());
    }

    static Way through(
            String name, ToxiproxyClient server, Optional<ProcessHandle> process, Pump pump, PingPong pingPong)
            throws IOException {
        Proxy late = proxy(server, "late", pingPong.echo());
        late.toxics().latency("latency", ToxicDirection.UPSTREAM, LATENCY.toMillis());
        return new Way(
                name,
                address(proxy(server, "sink", pump.sink())),
                address(proxy(server, "echo", pingPong.echo())),
                Optional.of(address(late)),
                process);
    }

    private static Proxy proxy(ToxiproxyClient server, String name, InetSocketAddress upstream) throws IOException {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        return server.createProxy(name, host + ":0", host + ":" + upstream.getPort());
    }

    private static InetSocketAddress address(Proxy proxy) {
        String listen = proxy.getListen();
        int port = Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What the server's process has used of the processors so far, in nanoseconds; not a number when it has no process. */
    double processorNanos() {
        return process.flatMap(server -> server.info().totalCpuDuration())
                .map(used -> (double) used.toNanos())
                .orElse(Double.NaN);
    }
}
