package dev.faultline.targets.live;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.proxy.ProxyServer;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Links that each lead through a proxy of their own. A link carries messages one way, so cutting it cuts one direction. Toxics are
 * never changed in place, which can wedge a link, but deleted and made again.
 */
public final class ToxiproxyLinks implements Links {
    private static final String CUT = "cut";

    private final ProxyServer server;
    private final Map<Link, LinkProxy> proxies = new LinkedHashMap<>();
    private final List<Disturbance> disturbances = new ArrayList<>();
    private Map<String, Map<String, Object>> disturbing = Map.of();

    /** From one node to another. */
    public record Link(NodeId from, NodeId to) {}

    private static final class LinkProxy {
        private final Proxy proxy;
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
        renew();
    }

    @Override
    public void calm(Disturbance disturbance) {
        disturbances.remove(disturbance);
        renew();
    }

    /** Makes the toxics of all links at once what the disturbances ask for; those that stay the same are left alone. */
    private void renew() {
        Map<String, Map<String, Object>> wanted = WantedToxics.of(disturbances, server.isFrameAware());
        Toxics toxics = new Toxics(server);
        CompletableFuture<?>[] changes = proxies.values().stream()
                .map(link -> toxics.change(link.proxy.getName(), disturbing, wanted))
                .toArray(CompletableFuture<?>[]::new);
        calling(() -> Together.awaitCalls(CompletableFuture.allOf(changes)));
        disturbing = wanted;
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
