package dev.faultline.targets.live;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbance.HalfOpen;
import dev.faultline.harness.fault.Disturbances;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Toxics.Toxic;
import dev.faultline.targets.proxy.ProxyServer;
import eu.rekawek.toxiproxy.Proxy;
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
    private final ProxyServer server;
    private final Toxics toxics;
    private final Map<Link, LinkProxy> proxies = new LinkedHashMap<>();
    private Disturbances disturbances = Disturbances.NONE;

    /** From one node to another. */
    public record Link(NodeId from, NodeId to) {
        boolean isHitBy(Disturbance disturbance) {
            return disturbance.hits(from, to);
        }
    }

    private static final class LinkProxy {
        private final Link link;
        private final Proxy proxy;
        private Map<String, Toxic> toxics = Map.of();
        private int cuts;

        LinkProxy(Link link, Proxy proxy) {
            this.link = link;
            this.proxy = proxy;
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    public ToxiproxyLinks(ProxyServer server) {
        this.server = server;
        this.toxics = new Toxics(server);
    }

    /**
     * Makes a link.
     *
     * @param name its proxy's name, unique on the server
     * @param listen where the sender connects to, {@code host:port}
     * @param upstream where the receiver listens, {@code host:port}
     */
    public void add(Link link, String name, String listen, String upstream) {
        calling(() -> proxies.put(link, new LinkProxy(link, server.client().createProxy(name, listen, upstream))));
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        LinkProxy link = link(from, to);
        if (link.cuts++ == 0) {
            atOnce(Stream.of(renew(link)));
        }
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        LinkProxy link = link(from, to);
        if (--link.cuts == 0) {
            atOnce(Stream.of(renew(link)));
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

    /** A connection whose link is cut for a moment is closed, which the sender does not hear of while connections are half-open. */
    @Override
    public void disturb(Disturbance disturbance) {
        disturbances = disturbances.with(disturbance);
        renewAll();
        if (disturbance instanceof HalfOpen) {
            atOnce(links().filter(each -> each.link.isHitBy(disturbance)).map(each -> change(each, true)));
            renewAll();
        }
    }

    @Override
    public void calm(Disturbance disturbance) {
        disturbances = disturbances.without(disturbance);
        renewAll();
    }

    private Stream<LinkProxy> links() {
        return proxies.values().stream();
    }

    private void renewAll() {
        atOnce(links().map(this::renew));
    }

    private CompletableFuture<Void> renew(LinkProxy link) {
        return change(link, link.cuts > 0);
    }

    /** Makes the toxics of a link what is asked for; those that stay the same are left alone. */
    private CompletableFuture<Void> change(LinkProxy link, boolean cut) {
        Disturbances here = disturbances.on(link.link.from(), link.link.to());
        Map<String, Toxic> now = link.toxics;
        link.toxics = WantedToxics.of(here, cut, server.isFrameAware());
        return toxics.change(link.proxy.getName(), now, link.toxics);
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
