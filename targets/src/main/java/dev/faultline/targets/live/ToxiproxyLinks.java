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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Links that lead through proxies. Cutting a link cuts one direction, and leaves the other one as it is. Toxics are
 * never changed in place, which can wedge a link, but deleted and made again.
 */
public final class ToxiproxyLinks implements Links {
    private final ProxyServer server;
    private final Toxics toxics;
    private final boolean frames;
    private final List<LinkProxy> proxies = new ArrayList<>();
    private final Map<Link, Integer> cuts = new LinkedHashMap<>();
    private Disturbances disturbances = Disturbances.NONE;

    /** From one node to another. */
    public record Link(NodeId from, NodeId to) {
        boolean isHitBy(Disturbance disturbance) {
            return disturbance.hits(from, to);
        }

        Link back() {
            return new Link(/* from= */ to, /* to= */ from);
        }
    }

    /** A proxy of the connections that are made along a link. */
    private static final class LinkProxy {
        private final Link link;
        private final boolean bothWays;
        private Proxy proxy;
        private Map<String, Toxic> toxics = Map.of();

        LinkProxy(Link link, boolean bothWays, Proxy proxy) {
            this.link = link;
            this.bothWays = bothWays;
            this.proxy = proxy;
        }

        boolean touches(NodeId node) {
            return link.from().equals(node) || link.to().equals(node);
        }

        boolean carries(Link messages) {
            return link.equals(messages) || (bothWays && link.back().equals(messages));
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    /** @param frames whether links carry lines, one for each message, and the server knows how to treat these */
    public ToxiproxyLinks(ProxyServer server, boolean frames) {
        this.server = server;
        this.frames = frames;
        this.toxics = new Toxics(server);
    }

    /**
     * Makes a link whose messages all go with its connections.
     *
     * @param name its proxy's name, unique on the server
     * @param listen where the sender connects to, {@code host:port}
     * @param upstream where the receiver listens, {@code host:port}
     */
    public void add(Link link, String name, String listen, String upstream) {
        add(link, false, name, listen, upstream);
    }

    /** As {@link #add}, but messages go against the connections, too: these belong to the link back. A link may have several. */
    public void addBothWays(Link link, String name, String listen, String upstream) {
        add(link, true, name, listen, upstream);
        cuts.put(link.back(), 0);
    }

    private void add(Link link, boolean bothWays, String name, String listen, String upstream) {
        calling(() -> proxies.add(new LinkProxy(link, bothWays, server.client().createProxy(name, listen, upstream))));
        cuts.put(link, 0);
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        Link link = link(from, to);
        if (cuts.merge(link, 1, Integer::sum) == 1) {
            renew(link);
        }
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        Link link = link(from, to);
        if (cuts.merge(link, -1, Integer::sum) == 0) {
            renew(link);
        }
    }

    private void renew(Link link) {
        atOnce(proxies.stream().filter(each -> each.carries(link)).map(this::renew));
    }

    private Link link(NodeId from, NodeId to) {
        Link link = new Link(from, to);
        if (!cuts.containsKey(link)) {
            throw new IllegalArgumentException("There is no link from " + from + " to " + to
                    + ", so nothing can happen to it. The links are " + cuts.keySet() + ".");
        }
        return link;
    }

    /** A connection whose link is cut for a moment is closed, which the sender does not hear of while connections are half-open. */
    @Override
    public void disturb(Disturbance disturbance) {
        disturbances = disturbances.with(disturbance);
        renewAll();
        if (disturbance instanceof HalfOpen) {
            atOnce(proxies.stream()
                    .filter(each -> each.link.isHitBy(disturbance))
                    .map(each -> change(each, true)));
            renewAll();
        }
    }

    @Override
    public void calm(Disturbance disturbance) {
        disturbances = disturbances.without(disturbance);
        renewAll();
    }

    /**
     * When a toxic is removed that holds messages for a dead receiver, Toxiproxy tries for five seconds to deliver each of them, and
     * connects nobody meanwhile. So what holds messages is made again, proxy and all.
     */
    @Override
    public void died(NodeId node) {
        List<LinkProxy> holding = proxies.stream()
                .filter(each -> each.touches(node) && WantedToxics.holdMessages(each.toxics))
                .toList();
        calling(() -> {
            for (LinkProxy each : holding) {
                each.proxy.delete();
                each.proxy = server.client()
                        .createProxy(each.proxy.getName(), each.proxy.getListen(), each.proxy.getUpstream());
            }
        });
        atOnce(holding.stream().map(each -> toxics.change(each.proxy.getName(), Map.of(), each.toxics)));
    }

    private void renewAll() {
        atOnce(proxies.stream().map(this::renew));
    }

    private CompletableFuture<Void> renew(LinkProxy proxy) {
        return change(proxy, isCut(proxy.link));
    }

    private boolean isCut(Link link) {
        return cuts.get(link) > 0;
    }

    /** Makes the toxics of a proxy what is asked for; those that stay the same are left alone. */
    private CompletableFuture<Void> change(LinkProxy proxy, boolean cut) {
        Disturbances here = disturbances.on(proxy.link.from(), proxy.link.to());
        boolean cutBack = proxy.bothWays && isCut(proxy.link.back());
        Map<String, Toxic> now = proxy.toxics;
        proxy.toxics = WantedToxics.of(here, cut, cutBack, frames);
        return toxics.change(proxy.proxy.getName(), now, proxy.toxics);
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
        cuts.clear();
    }
}
