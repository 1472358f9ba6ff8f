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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Links that lead through proxies. Cutting a link cuts one direction, and leaves the other one as it is. Toxics are
 * never changed in place, which can wedge a link, but deleted and made again.
 */
public final class ToxiproxyLinks implements Links {
    private static final String END = "end";

    private final ProxyServer server;
    private final boolean frames;
    private final List<LinkProxy> proxies = new ArrayList<>();
    private final Map<Link, Ways> links = new LinkedHashMap<>();
    private Disturbances disturbances = Disturbances.NONE;

    /** From one node to another. */
    public record Link(NodeId from, NodeId to) {}

    /** A proxy that the connections of a link go through. */
    private static final class LinkProxy {
        private final Link link;
        private final Proxy proxy;
        private Map<String, Toxic> toxics = Map.of();

        LinkProxy(Link link, Proxy proxy) {
            this.link = link;
            this.proxy = proxy;
        }
    }

    /** What leads from one node to another: one direction of some proxies. */
    private static final class Ways {
        private final List<Way> all = new ArrayList<>();
        private int cuts;
    }

    private record Way(Proxy proxy, ToxicDirection direction) {
        String cut() {
            return "cut_" + direction.name().toLowerCase(Locale.ROOT);
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    /** @param frames whether links carry lines, one for each message, and the server knows how to treat these */
    public ToxiproxyLinks(ProxyServer server, boolean frames) {
        this.server = server;
        this.frames = frames;
    }

    /**
     * Makes a link whose messages all go with its connections.
     *
     * @param name its proxy's name, unique on the server
     * @param listen where the sender connects to, {@code host:port}
     * @param upstream where the receiver listens, {@code host:port}
     */
    public void add(Link link, String name, String listen, String upstream) {
        Proxy proxy = proxy(link, name, listen, upstream);
        ways(link).all.add(new Way(proxy, ToxicDirection.UPSTREAM));
    }

    /** As {@link #add}, but messages go against the connections, too: these belong to the link back. A link may have several. */
    public void addBothWays(Link link, String name, String listen, String upstream) {
        Proxy proxy = proxy(link, name, listen, upstream);
        ways(link).all.add(new Way(proxy, ToxicDirection.UPSTREAM));
        ways(new Link(link.to(), link.from())).all.add(new Way(proxy, ToxicDirection.DOWNSTREAM));
    }

    private Proxy proxy(Link link, String name, String listen, String upstream) {
        calling(() -> proxies.add(new LinkProxy(link, server.client().createProxy(name, listen, upstream))));
        return proxies.get(proxies.size() - 1).proxy;
    }

    private Ways ways(Link link) {
        return links.computeIfAbsent(link, unknown -> new Ways());
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        Ways link = link(from, to);
        if (link.cuts++ == 0) {
            for (Way way : link.all) {
                calling(() -> way.proxy().toxics().timeout(way.cut(), way.direction(), 0));
            }
        }
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        Ways link = link(from, to);
        if (--link.cuts == 0) {
            for (Way way : link.all) {
                calling(() -> way.proxy().toxics().get(way.cut()).remove());
            }
        }
    }

    private Ways link(NodeId from, NodeId to) {
        Ways link = links.get(new Link(from, to));
        if (link == null) {
            throw new IllegalArgumentException("There is no link from " + from + " to " + to
                    + ", so nothing can happen to it. The links are " + links.keySet() + ".");
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
        atOnce(proxies.stream().map(each -> {
            Map<String, Toxic> wanted = WantedToxics.of(disturbances.on(each.link.from(), each.link.to()), frames);
            Map<String, Toxic> before = each.toxics;
            each.toxics = wanted;
            return toxics.change(each.proxy.getName(), before, wanted);
        }));
    }

    /** Ends the connections of the links that are hit, as far as their toxics let whoever is at their ends know. */
    private void endConnections(Disturbance disturbance) {
        Toxics toxics = new Toxics(server);
        atOnce(proxies.stream()
                .filter(each -> disturbance.hits(each.link.from(), each.link.to()))
                .map(each -> toxics.touch(each.proxy.getName(), END, WantedToxics.END)));
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
        for (LinkProxy each : proxies) {
            try {
                each.proxy.delete();
            } catch (IOException gone) {
                // The server has ended and its proxies with it.
            }
        }
        proxies.clear();
        links.clear();
    }
}
