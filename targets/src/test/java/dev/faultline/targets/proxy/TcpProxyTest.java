package dev.faultline.targets.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    @Test
    void aStoppedProxyHasGivenItsPortUp() {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        try {
            TcpProxy proxy = new TcpProxy("proxy", "127.0.0.1:0", "127.0.0.1:1", loops);
            proxy.start();
            String listen = proxy.listen();
            for (int i = 0; i < 500; i++) {
                proxy.stop();
                proxy.start();
            }
            assertThat(proxy.listen()).isEqualTo(listen);
            proxy.stop();
        } finally {
            loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }
}
