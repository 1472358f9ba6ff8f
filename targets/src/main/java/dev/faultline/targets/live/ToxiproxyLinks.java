package dev.faultline.targets.live;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.proxy.ProxyServer;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links that each lead through a proxy of their own. A link carries messages one way, so cutting it cuts one direction. Toxics are
 * never changed in place, which can wedge a link, but deleted and made again.
 */
public final class ToxiproxyLinks implements Links {
    private static final String CUT = "cut";
    private static final String LATENCY = "latency";
    private static final String REORDER = "frame_reorder";
    private static final String LOSS = "frame_loss";
    private static final String DUPLICATION = "frame_duplication";
    private static final Duration LATEST_COPY = Duration.ofMillis(400);

    private final ProxyServer server;
    private final Map<Link, LinkProxy> proxies = new LinkedHashMap<>();
    private final List<Disturbance> disturbances = new ArrayList<>();

    /** From one node to another. */
    public record Link(NodeId from, NodeId to) {}

    private static final class LinkProxy {
        private final Proxy proxy;
        private final List<String> disturbing = new ArrayList<>();
        private int cuts;

        LinkProxy(Proxy proxy) {
            this.proxy = proxy;
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    public ToxiproxyLinks(ProxyServer server) {
        this.server = server;
    }

    /**
     * Makes a link.
     *
     * @param name its proxy's name, unique on the server
     * @param listen where the sender connects to, {@code host:port}
     * @param upstream where the receiver listens, {@code host:port}
     */
    public void add(Link link, String name, String listen, String upstream) {
        calling(() -> proxies.put(link, new LinkProxy(server.client().createProxy(name, listen, upstream))));
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        LinkProxy link = link(from, to);
        if (link.cuts++ == 0) {
            calling(() -> link.proxy.toxics().timeout(CUT, ToxicDirection.UPSTREAM, 0));
        }
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        LinkProxy link = link(from, to);
        if (--link.cuts == 0) {
            calling(() -> link.proxy.toxics().get(CUT).remove());
        }
    }

    private LinkProxy link(NodeId from, NodeId to) {
        LinkProxy link = proxies.get(new Link(from, to));
        if (link == null) {
            throw new IllegalArgumentException("There is no link from " + from + " to " + to
                    + ", so nothing can happen to it. The links are " + proxies.keySet() + ".");
        }
        return link;
    }

    @Override
    public void disturb(Disturbance disturbance) {
        disturbances.add(disturbance);
        proxies.values().forEach(this::renew);
    }

    @Override
    public void calm(Disturbance disturbance) {
        disturbances.remove(disturbance);
        proxies.values().forEach(this::renew);
    }

    private void renew(LinkProxy link) {
        calling(() -> {
            for (String name : link.disturbing) {
                Toxics.remove(server, link.proxy.getName(), name);
            }
            link.disturbing.clear();
            delay(link);
            lose(link);
            duplicate(link);
        });
    }

    private void delay(LinkProxy link) throws IOException {
        long longest = disturbances.stream()
                .mapToLong(each -> each.longestDelay().toMillis())
                .sum();
        if (longest == 0) {
            return;
        }
        if (server.isFrameAware()) {
            add(link, REORDER, Map.of("longest", longest));
        } else {
            add(link, LATENCY, Map.of("latency", longest / 2, "jitter", longest / 2));
        }
    }

    private void lose(LinkProxy link) throws IOException {
        double kept = disturbances.stream().mapToDouble(each -> 1 - each.loss()).reduce(1, (a, b) -> a * b);
        if (kept < 1) {
            add(link, LOSS, Map.of("probability", 1 - kept));
        }
    }

    private void duplicate(LinkProxy link) throws IOException {
        double single = disturbances.stream()
                .mapToDouble(each -> 1 - each.duplication())
                .reduce(1, (a, b) -> a * b);
        if (single < 1) {
            add(link, DUPLICATION, Map.of("probability", 1 - single, "latest", LATEST_COPY.toMillis()));
        }
    }

    private void add(LinkProxy link, String type, Map<String, Object> attributes) throws IOException {
        Toxics.add(server, link.proxy.getName(), type, attributes);
        link.disturbing.add(type);
    }

    private void calling(Call call) {
        try {
            call.run();
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "Toxiproxy (" + server.describe() + ") at " + server.api() + " refused: " + cause.getMessage(),
                    cause);
        }
    }

    @Override
    public void close() {
        for (LinkProxy link : proxies.values()) {
            try {
                link.proxy.delete();
            } catch (IOException gone) {
                // The server has ended and its proxies with it.
            }
        }
        proxies.clear();
    }
}
