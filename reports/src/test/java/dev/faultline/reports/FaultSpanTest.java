package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultSpanTest {
    private static Event fault(long time, String f, Object value) {
        return new Event((int) time, time, EventType.INFO, Event.NEMESIS, f, value, null, null);
    }

    @Test
    void endsWhereTheSameNodesAreReleased() {
        List<Event> nemesis = List.of(
                fault(1, "pause", List.of("n1")),
                fault(2, "pause", List.of("n2")),
                fault(5, "resumed", List.of("n2")),
                fault(9, "resumed", List.of("n1")));

        assertThat(FaultSpan.of(nemesis, 20))
                .containsExactly(
                        new FaultSpan(1, 9, "pause", "pause n1", true), new FaultSpan(2, 5, "pause", "pause n2", true));
    }

    @Test
    void lastsToTheEndWhenNothingEndsIt() {
        FaultSpan crash =
                FaultSpan.of(List.of(fault(3, "crash", List.of("n1"))), 20).get(0);

        assertThat(crash).isEqualTo(new FaultSpan(3, 20, "crash", "crash n1", false));
        assertThat(crash.shaded().until()).isEqualTo(3);
    }

    @Test
    void crashOfOneEndsWithTheRestartOfMore() {
        List<Event> nemesis = List.of(
                fault(1, "restart", List.of("n1", "n2")),
                fault(2, "crash", List.of("n2")),
                fault(8, "restarted", List.of("n1", "n2")));

        assertThat(FaultSpan.of(nemesis, 20)).extracting(FaultSpan::until).containsExactly(8L, 8L);
    }

    @Test
    void crashOfWhatIsDownIsNoSecondFault() {
        List<Event> nemesis = List.of(fault(1, "crash", List.of("n1")), fault(2, "crash", List.of("n1")));

        assertThat(FaultSpan.of(nemesis, 20)).hasSize(1);
    }

    @Test
    void everyPartitionHasItsOwnHealing() {
        Object sides = List.of(List.of("n1"), List.of("n2", "n3"));
        List<Event> nemesis = List.of(
                fault(1, "partition", sides),
                fault(4, "healed", sides),
                fault(6, "partition", sides),
                fault(9, "healed", sides));

        assertThat(FaultSpan.of(nemesis, 20)).extracting(FaultSpan::until).containsExactly(4L, 9L);
        assertThat(FaultSpan.of(nemesis, 20).get(0).label()).isEqualTo("partition n1 | n2 n3");
    }
}
