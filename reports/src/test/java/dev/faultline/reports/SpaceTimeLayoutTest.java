package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.reports.SpaceTime.Arrow;
import dev.faultline.reports.SpaceTime.Column;
import dev.faultline.reports.SpaceTime.Mark;
import dev.faultline.reports.SpaceTime.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpaceTimeLayoutTest {
    private final List<TraceLine> trace = new ArrayList<>();

    private SpaceTimeLayoutTest line(long time, String kind, String node, String peer, long message) {
        Object what = message == 0 ? null : Map.of("type", "vote");
        trace.add(new TraceLine(trace.size(), time, kind, node, peer, message, what));
        return this;
    }

    private SpaceTime drawn() {
        return SpaceTimeLayout.draw(Window.endingAt(trace, Long.MAX_VALUE), List.of("n1", "n2"), "p", -1);
    }

    @Test
    void arrowLeadsFromSendingToArrivalAndToItsStep() {
        line(1, "send", "n1", "n2", 1).line(9, "deliver", "n2", "n1", 1);

        assertThat(drawn().arrows()).singleElement().satisfies(arrow -> {
            assertThat(arrow.style()).isEqualTo("message");
            assertThat(arrow.anchor()).isEqualTo("p-1");
            assertThat(arrow.title()).startsWith("n1 → n2: Vote");
            assertThat(arrow.path()).startsWith("M159 25L309 36");
        });
    }

    @Test
    void copyOfAMessageHasAnArrowOfItsOwn() {
        line(1, "send", "n1", "n2", 1).line(9, "deliver", "n2", "n1", 1).line(10, "deliver", "n2", "n1", 1);

        assertThat(drawn().arrows()).extracting(Arrow::style).containsExactly("message", "message copy");
    }

    @Test
    void lostMessageEndsInACross() {
        line(1, "send", "n1", "n2", 1).line(1, "drop", "n2", "n1", 1);

        assertThat(drawn().arrows()).extracting(Arrow::style).containsExactly("message lost");
        assertThat(drawn().marks()).singleElement().matches(Mark::isCrossed);
    }

    @Test
    void messageThatNeverArrivesStaysOpen() {
        line(1, "send", "n1", "n2", 1);

        assertThat(drawn().arrows()).extracting(Arrow::style).containsExactly("message open");
    }

    @Test
    void clientsStandBesideTheNodes() {
        line(1, "deliver", "n1", "c1", 1).line(2, "send", "n1", "c1", 2);

        assertThat(drawn().columns()).extracting(Column::name).containsExactly("n1", "n2", "c1");
        assertThat(drawn().arrows()).extracting(Arrow::style).containsExactly("client", "client");
    }

    @Test
    void lineOfANodeShowsWhenItIsDownOrPaused() {
        line(0, "start", "n1", null, 0)
                .line(1, "crash", "n1", null, 0)
                .line(2, "start", "n1", null, 0)
                .line(3, "pause", "n1", null, 0)
                .line(4, "resume", "n1", null, 0);

        assertThat(drawn().stretches())
                .filteredOn(stretch -> stretch.x() == 159)
                .extracting(Stretch::style)
                .containsExactly("up", "up", "down", "up", "paused", "up");
    }

    @Test
    void laterIsLower() {
        line(1_000_000, "timeout", "n1", null, 0)
                .line(1_000_000, "timeout", "n2", null, 0)
                .line(900_000_000, "timeout", "n1", null, 0);

        List<Integer> ys = drawn().marks().stream().map(Mark::y).toList();
        assertThat(ys).isSorted().doesNotHaveDuplicates();
        assertThat(ys.get(2) - ys.get(1)).isGreaterThan(ys.get(1) - ys.get(0));
    }
}
