package dev.faultline.targets.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.targets.live.Toxics.Toxic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToxicChangeTest {

    /** Upstream toxics by these names; a number after a colon is their attribute. */
    private static Map<String, Toxic> chain(String... toxics) {
        return stream("upstream", toxics);
    }

    private static Map<String, Toxic> stream(String stream, String... toxics) {
        Map<String, Toxic> chain = new LinkedHashMap<>();
        for (String toxic : toxics) {
            String[] parts = toxic.split(":", -1);
            chain.put(parts[0], new Toxic(parts[0], stream, Map.of("is", parts[parts.length - 1])));
        }
        return chain;
    }

    @Test
    void whatStaysTheSameIsLeftAlone() {
        assertThat(ToxicChange.between(chain("a", "b"), chain("a", "b")))
                .isEqualTo(new ToxicChange(List.of(), List.of()));
        assertThat(ToxicChange.between(chain("a"), chain("a", "b", "c")))
                .isEqualTo(new ToxicChange(List.of(), List.of("b", "c")));
    }

    @Test
    void theLastIsRemovedFirst() {
        assertThat(ToxicChange.between(chain("a", "b", "c"), chain("a")))
                .isEqualTo(new ToxicChange(List.of("c", "b"), List.of()));
    }

    @Test
    void whatFollowsTheFirstDifferenceIsMadeAgain() {
        assertThat(ToxicChange.between(chain("b", "c"), chain("a", "b", "c")))
                .isEqualTo(new ToxicChange(List.of("c", "b"), List.of("a", "b", "c")));
        assertThat(ToxicChange.between(chain("a", "b:1", "c"), chain("a", "b:2", "c")))
                .isEqualTo(new ToxicChange(List.of("c", "b"), List.of("b", "c")));
    }

    @Test
    void theTwoStreamsDoNotMindEachOther() {
        Map<String, Toxic> now = chain("a", "b");
        now.putAll(stream("downstream", "x"));
        Map<String, Toxic> wanted = stream("downstream", "x", "y");
        wanted.putAll(chain("a"));

        assertThat(ToxicChange.between(now, wanted)).isEqualTo(new ToxicChange(List.of("b"), List.of("y")));
    }
}
