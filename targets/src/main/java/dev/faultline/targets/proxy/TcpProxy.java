package dev.faultline.targets.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A proxy: listens, and connects to the upstream for every connection that it accepts. */
@SuppressWarnings("FutureReturnValueIgnored") // what Netty does later is listened to where it matters
final class TcpProxy {
    private final String name;
    private final EventLoopGroup loops;
    private final ToxicChain chain = new ToxicChain();
    private String listen;
    private volatile String upstream; // read in event loops, which must not wait for whoever waits for them
    private Channel server;
    private ChannelGroup connections = connections();

    TcpProxy(String name, String listen, String upstream, EventLoopGroup loops) {
        this.name = name;
        this.listen = listen;
        this.upstream = upstream;
        this.loops = loops;
    }

    /** A group that, once it is closed, closes whatever is added to it: connections can arrive while the proxy stops. */
    private static ChannelGroup connections() {
        return new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    }

    String name() {
        return name;
    }

    synchronized String listen() {
        return listen;
    }

    String upstream() {
        return upstream;
    }

    synchronized boolean isEnabled() {
        return server != null;
    }

    ToxicChain toxics() {
        return chain;
    }

    /** Begins to listen, if it does not yet. */
    synchronized void start() {
        if (server != null) {
            return;
        }
        Address wanted = wanted();
        ChannelGroup accepted = connections();
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        accept(client, accepted);
                    }
                })
                .bind(wanted.socketAddress())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new ApiProblem(500, "listen tcp " + wanted.text() + ": bind: " + reason(bound.cause()));
        }
        server = bound.channel();
        connections = accepted;
        listen = Address.of(server.localAddress()).text();
    }

    private Address wanted() {
        try {
            return Address.unresolved(listen).resolved();
        } catch (ApiProblem problem) {
            throw new ApiProblem(problem.status(), "listen tcp: " + problem.getMessage());
        }
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        int colon = message.lastIndexOf(':');
        return message.contains("already in use")
                ? "address already in use"
                : message.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    }

    private void accept(Channel client, ChannelGroup accepted) {
        Address target;
        try {
            target = Address.unresolved(upstream);
        } catch (ApiProblem malformed) {
            client.close();
            return;
        }
        accepted.add(client);
        new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(target.socketAddress())
                .addListener((ChannelFuture connected) -> {
                    if (connected.isSuccess()) {
                        accepted.add(connected.channel());
                        chain.join(client, connected.channel());
                    } else {
                        client.close();
                    }
                });
    }

    /** Stops listening, so that the port is free, and closes every connection. */
    synchronized void stop() {
        if (server != null) {
            server.close().awaitUninterruptibly();
            awaitLook(server.eventLoop());
            server = null;
            connections.close().awaitUninterruptibly();
        }
    }

    /**
     * Waits until the loop's selector has looked for events once more, because only then does Java give up the port of a channel that
     * was closed. What a task schedules is done after the next look.
     */
    private static void awaitLook(EventLoop loop) {
        Promise<Void> looked = loop.newPromise();
        loop.execute(() -> loop.schedule(() -> looked.setSuccess(null), 0, TimeUnit.NANOSECONDS));
        looked.awaitUninterruptibly();
    }

    /** Whether other addresses mean something else than these. */
    synchronized boolean differs(String otherListen, String otherUpstream) {
        return !Address.unresolved(otherListen).resolved().text().equals(listen()) || !otherUpstream.equals(upstream);
    }

    /** Changes what is given. Other addresses stop the proxy first. */
    synchronized void update(String newListen, String newUpstream, boolean enabled) {
        boolean wasEnabled = isEnabled();
        boolean differs = differs(newListen, newUpstream);
        if (differs) {
            stop();
            listen = newListen;
            upstream = newUpstream;
        }
        if (enabled) {
            start();
        } else if (wasEnabled) {
            stop();
        }
    }
}
