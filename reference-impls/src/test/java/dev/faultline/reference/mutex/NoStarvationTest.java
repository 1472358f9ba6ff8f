package dev.faultline.reference.mutex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoStarvationTest {
    private final List<Event> events = new ArrayList<>();

    @Test
    void allowsOneOvertakingPerProcess() {
        asks(0, 0);
        entersBetween(1, 10, 20);
        entersBetween(2, 30, 40);
        granted(0, 50);

        assertThat(judged(50).isValid()).isTrue();
    }

    @Test
    void objectsToTheSecondOvertakingByTheSameProcess() {
        asks(0, 0);
        entersBetween(1, 10, 20);
        entersBetween(1, 30, 40);
        granted(0, 50);

        CheckResult result = judged(50);
        assertThat(result.isInvalid()).isTrue();
        assertThat(result.explanation())
                .isEqualTo("Process 1 on n2 overtook the waiting process 0 on n1 for the second time.");
        assertThat(result.evidence()).extracting(Event::index).containsExactly(0, 3, 4);
    }

    @Test
    void saysNothingAboutRequestsMadeAtTheSameTime() {
        asks(0, 10);
        entersBetween(1, 11, 20);
        entersBetween(1, 30, 40);
        granted(0, 50);

        assertThat(judged(50).isValid()).isTrue();
    }

    @Test
    void objectsToARequestThatIsNotGrantedInTime() {
        asks(0, 0);

        assertThat(judged(99).isValid()).isTrue();
        assertThat(judged(100).explanation()).isEqualTo("A request of process 0 on n1 was not granted within 100 ms.");
    }

    private CheckResult judged(long endMillis) {
        return new NoStarvation(Duration.ofMillis(100), Duration.ofMillis(1))
                .check(History.of(events), Duration.ofMillis(endMillis));
    }

    private void entersBetween(int process, long asked, long granted) {
        asks(process, asked);
        granted(process, granted);
    }

    private void asks(int process, long millis) {
        event(process, millis, EventType.INVOKE, "r1");
    }

    private void granted(int process, long millis) {
        event(process, millis, EventType.OK, Arrays.asList("r1", null));
    }

    private void event(int process, long millis, EventType type, Object value) {
        long time = Duration.ofMillis(millis).toNanos();
        events.add(new Event(events.size(), time, type, process, "acquire", value, null, "n" + (process + 1)));
    }
}
