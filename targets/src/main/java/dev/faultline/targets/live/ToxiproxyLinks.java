package dev.faultline.targets.live;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbance.HalfOpen;
import dev.faultline.harness.fault.Disturbances;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Toxics.Toxic;
import dev.faultline.targets.proxy.ProxyServer;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Links that each lead through a proxy of their own. A link carries messages one way, so cutting it cuts one direction. Toxics are
 * never changed in place, which can wedge a link, but deleted and made again.
 */
public final class ToxiproxyLinks implements Links {
    private static final String CUT = "cut";
    private static final String END = "end";

    private final ProxyServer server;
    private final Map<Link, LinkProxy> proxies = new LinkedHashMap<>();
    private Disturbances disturbances = Disturbances.NONE;

    /** From one node to another. */
    public record Link(NodeId from, NodeId to) {}

    private static final class LinkProxy {
        private final Proxy proxy;
        private Map<String, Toxic> toxics = Map.of();
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
        disturbances = disturbances.with(disturbance);
        renew();
        if (disturbance instanceof HalfOpen) {
            endConnections(disturbance);
        }
    }

    @Override
    public void calm(Disturbance disturbance) {
        disturbances = disturbances.without(disturbance);
        renew();
    }

    /** Makes the toxics of all links at once what the disturbances ask for; those that stay the same are left alone. */
    private void renew() {
        Toxics toxics = new Toxics(server);
        atOnce(proxies.entrySet().stream().map(each -> {
            Link link = each.getKey();
            LinkProxy proxy = each.getValue();
            Map<String, Toxic> wanted = WantedToxics.of(disturbances.on(link.from(), link.to()), server.isFrameAware());
            Map<String, Toxic> before = proxy.toxics;
            proxy.toxics = wanted;
            return toxics.change(proxy.proxy.getName(), before, wanted);
        }));
    }

    /** Ends the connections of the links that are hit, as far as their toxics let whoever is at their ends know. */
    private void endConnections(Disturbance disturbance) {
        Toxics toxics = new Toxics(server);
        atOnce(proxies.entrySet().stream()
                .filter(each ->
                        disturbance.hits(each.getKey().from(), each.getKey().to()))
                .map(each -> toxics.touch(each.getValue().proxy.getName(), END, WantedToxics.END)));
    }

    private void atOnce(Stream<CompletableFuture<Void>> changes) {
        CompletableFuture<?>[] all = changes.toArray(CompletableFuture<?>[]::new);
        calling(() -> Together.awaitCalls(CompletableFuture.allOf(all)));
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
