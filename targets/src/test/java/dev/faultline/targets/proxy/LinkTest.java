package dev.faultline.targets.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final Toxic LATE =
            new Toxic(Map.of("latency", 60_000, "jitter", 0), "late", ToxicType.LATENCY, "upstream", 1);

    @Test
    void keepsNothingOfWhatComesBeforeOrAfterItsSinkIsClosed() {
        EmbeddedChannel source = new EmbeddedChannel();
        EmbeddedChannel sink = new EmbeddedChannel();
        Link link = new Link(source, sink, List.of(LATE));
        ByteBuf before = Unpooled.buffer().writeByte(1);
        ByteBuf after = Unpooled.buffer().writeByte(1);
        link.received(before);
        assertThat(before.refCnt()).as("on its way").isEqualTo(1);
        link.dispose();
        link.received(after);
        assertThat(before.refCnt()).isZero();
        assertThat(after.refCnt()).isZero();
        assertThat(source.finish()).isFalse();
        assertThat(sink.finish()).isFalse();
    }
}
