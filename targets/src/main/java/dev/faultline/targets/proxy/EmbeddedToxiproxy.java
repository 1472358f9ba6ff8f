package dev.faultline.targets.proxy;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Toxiproxy in this JVM: the HTTP API and the toxics of version {@value Api#VERSION} of the real one, and three toxics that take
 * every line for a message: {@code frame_loss}, {@code frame_duplication} and {@code frame_reorder}.
 */
public final class EmbeddedToxiproxy implements ProxyServer {
    private static final int LARGEST_BODY = 16 << 20;

    private final EventLoopGroup apiLoop = loops("faultline-toxiproxy-api", 1);
    private final EventLoopGroup loops =
            loops("faultline-toxiproxy", Runtime.getRuntime().availableProcessors());
    private final Proxies proxies = new Proxies(loops);
    private final Api api = new Api(proxies);
    private final String host;
    private final int port;
    private final ToxiproxyClient client;

    private EmbeddedToxiproxy(InetSocketAddress address) throws IOException {
        ChannelFuture bound = serve(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        InetSocketAddress local = (InetSocketAddress) bound.channel().localAddress();
        host = local.getAddress().getHostAddress();
        port = local.getPort();
        client = new ToxiproxyClient(host, port);
    }

    /** Starts one on a free port of the loopback address. */
    public static EmbeddedToxiproxy start() throws IOException {
        return new EmbeddedToxiproxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /**
     * Starts one.
     *
     * @param port 0 for any that is free
     * @throws IOException when it cannot listen there
     */
    public static EmbeddedToxiproxy start(String host, int port) throws IOException {
        return new EmbeddedToxiproxy(new InetSocketAddress(InetAddress.getAllByName(host)[0], port));
    }

    private static EventLoopGroup loops(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    private ChannelFuture serve(InetSocketAddress address) {
        return new ServerBootstrap()
                .group(apiLoop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(LARGEST_BODY))
                                .addLast(new ApiHandler(api));
                    }
                })
                .bind(address);
    }

    /** Answers as it would over HTTP. */
    Api.Answer populate(String json) {
        return api.answer("POST", "/populate", "", json);
    }

    /** Its proxies in words, {@code name: from -> to}. */
    List<String> listening() {
        return proxies.all().stream()
                .map(proxy -> proxy.name() + ": " + proxy.listen() + " -> " + proxy.upstream())
                .toList();
    }

    public int port() {
        return port;
    }

    @Override
    public String describe() {
        return "embedded " + Api.VERSION;
    }

    @Override
    public ToxiproxyClient client() {
        return client;
    }

    @Override
    public String api() {
        return "http://" + host + ":" + port;
    }

    @Override
    public String bind() {
        return host;
    }

    @Override
    public boolean isFrameAware() {
        return true;
    }

    @Override
    public void close() {
        proxies.clear();
        apiLoop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
