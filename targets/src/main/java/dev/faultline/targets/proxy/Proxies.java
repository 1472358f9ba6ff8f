package dev.faultline.targets.proxy;

import io.netty.channel.EventLoopGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The proxies of a server, by name. */
final class Proxies {
    private final EventLoopGroup loops;
    private final Map<String, TcpProxy> proxies = new TreeMap<>();

    Proxies(EventLoopGroup loops) {
        this.loops = loops;
    }

    synchronized List<TcpProxy> all() {
        return new ArrayList<>(proxies.values());
    }

    /** @throws ApiProblem when there is none of that name */
    synchronized TcpProxy get(String name) {
        TcpProxy proxy = proxies.get(name);
        if (proxy == null) {
            throw ApiProblem.noProxy();
        }
        return proxy;
    }

    /** @throws ApiProblem when there is one of that name already, or it cannot listen */
    synchronized TcpProxy add(String name, String listen, String upstream, boolean enabled) {
        if (proxies.containsKey(name)) {
            throw ApiProblem.proxyExists();
        }
        return put(name, listen, upstream, enabled);
    }

    /** Leaves a proxy with the same addresses as it is, and puts one with others in its place. */
    synchronized TcpProxy addOrReplace(String name, String listen, String upstream, boolean enabled) {
        TcpProxy existing = proxies.get(name);
        if (existing != null) {
            if (!existing.differs(listen, upstream)) {
                return existing;
            }
            existing.stop();
        }
        return put(name, listen, upstream, enabled);
    }

    private TcpProxy put(String name, String listen, String upstream, boolean enabled) {
        TcpProxy proxy = new TcpProxy(name, listen, upstream, loops);
        if (enabled) {
            proxy.start();
        }
        proxies.put(name, proxy);
        return proxy;
    }

    synchronized void remove(String name) {
        get(name).stop();
        proxies.remove(name);
    }

    synchronized void clear() {
        proxies.values().forEach(TcpProxy::stop);
        proxies.clear();
    }
}
