package dev.faultline.targets.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The toxics of a proxy, in order, and the links that they apply to. */
final class ToxicChain {
    private final List<Toxic> upstream = new ArrayList<>();
    private final List<Toxic> downstream = new ArrayList<>();
    private final List<Joined> links = new ArrayList<>();

    private record Joined(Channel channel, Link link, boolean isUpstream) {}

    /** All toxics: those upstream first. */
    synchronized List<Toxic> all() {
        List<Toxic> all = new ArrayList<>(upstream);
        all.addAll(downstream);
        return all;
    }

    synchronized Optional<Toxic> named(String name) {
        return all().stream().filter(toxic -> toxic.name().equals(name)).findFirst();
    }

    private List<Toxic> chain(boolean isUpstream) {
        return isUpstream ? upstream : downstream;
    }

    /** Makes two links of a connection to the proxy and one to its upstream, in their event loop. */
    synchronized void join(Channel client, Channel up) {
        if (all().stream().anyMatch(Toxic::resets)) {
            client.config().setOption(ChannelOption.SO_LINGER, 0);
            up.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        link(client, up, true);
        link(up, client, false);
        client.config().setAutoRead(true);
        up.config().setAutoRead(true);
    }

    private void link(Channel source, Channel sink, boolean isUpstream) {
        Link link = new Link(source, sink, chain(isUpstream));
        Joined joined = new Joined(source, link, isUpstream);
        links.add(joined);
        sink.closeFuture().addListener(closed -> {
            remove(joined);
            link.dispose();
        });
        source.pipeline().addLast(new LinkSource(link));
        if (!source.isActive()) {
            link.ended();
        }
    }

    private synchronized void remove(Joined joined) {
        links.remove(joined);
    }

    /** @throws ApiProblem when there is one of that name */
    void add(Toxic toxic) {
        List<Future<?>> changes;
        synchronized (this) {
            if (named(toxic.name()).isPresent()) {
                throw ApiProblem.toxicExists();
            }
            chain(toxic.isUpstream()).add(toxic);
            changes = inLinks(toxic, link -> link.add(toxic));
        }
        await(changes);
    }

    /** Gives a toxic other attributes; answers what it is then. */
    Toxic change(Toxic old, Map<String, Number> attributes, float toxicity) {
        Toxic changed = old.with(attributes, toxicity);
        List<Future<?>> changes;
        synchronized (this) {
            List<Toxic> chain = chain(old.isUpstream());
            chain.replaceAll(toxic -> toxic.name().equals(old.name()) ? changed : toxic);
            changes = inLinks(old, link -> link.replace(old, changed));
        }
        await(changes);
        return changed;
    }

    void remove(Toxic toxic) {
        List<Future<?>> changes;
        synchronized (this) {
            if (!chain(toxic.isUpstream()).removeIf(each -> each.name().equals(toxic.name()))) {
                throw ApiProblem.noToxic();
            }
            changes = inLinks(toxic, link -> link.remove(toxic));
        }
        await(changes);
    }

    void removeAll() {
        all().forEach(this::remove);
    }

    private List<Future<?>> inLinks(Toxic toxic, Consumer<Link> change) {
        List<Future<?>> changes = new ArrayList<>();
        for (Joined joined : links) {
            if (joined.isUpstream() == toxic.isUpstream()) {
                changes.add(joined.channel().eventLoop().submit(() -> change.accept(joined.link())));
            }
        }
        return changes;
    }

    private static void await(List<Future<?>> changes) {
        changes.forEach(Future::awaitUninterruptibly);
    }
}
