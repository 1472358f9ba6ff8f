package dev.faultline.targets.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkTest {
    private static ByteBuf piece() {
        return Unpooled.copiedBuffer("no whole line", StandardCharsets.UTF_8);
    }

    private static Toxic toxic(ToxicType type) {
        Map<String, Number> attributes =
                type.attributes().stream().collect(Collectors.toMap(attribute -> attribute, attribute -> 1_000));
        return new Toxic(attributes, "toxic", type, "upstream", 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatComesWhenNothingCanGoOnIsReleased(ToxicType type) {
        EmbeddedChannel source = new EmbeddedChannel();
        EmbeddedChannel sink = new EmbeddedChannel();
        Link link = new Link(source, sink, List.of(toxic(type)));
        ByteBuf before = piece();
        ByteBuf after = piece();
        link.received(before);
        sink.releaseOutbound();
        sink.close().syncUninterruptibly();
        link.dispose();
        link.received(after);
        assertThat(before.refCnt()).as("what had come before").isZero();
        assertThat(after.refCnt()).as("what comes afterwards").isZero();
    }
}
