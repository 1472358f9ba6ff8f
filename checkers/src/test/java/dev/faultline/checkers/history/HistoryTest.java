package dev.faultline.checkers.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 2_000);

    @Test
    void codedEventsAreTheEventsThatWereGiven() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Event> events = new RandomEvents(random).history(random.nextInt(60));
            History history = coded(events, random.nextInt(4));
            assertThat(history.events()).as("seed %s", seed).isEqualTo(events);
            assertThat(history.operations()).as("seed %s", seed).isEqualTo(paired(events));
            assertThat(history.faults())
                    .isEqualTo(events.stream().filter(Event::isNemesis).toList());
        }
    }

    @Test
    void longHistoryHasRandomAccess() {
        Random random = new Random(7);
        List<Event> events = new RandomEvents(random).history(20_000);
        History history = coded(events, 0);
        History plain = History.of(events);
        for (int i = 0; i < 20_000; i++) {
            int position = random.nextInt(events.size());
            assertThat(history.events().get(position)).isEqualTo(events.get(position));
            int operation = random.nextInt(plain.operations().size());
            assertThat(history.operations().get(operation))
                    .isEqualTo(plain.operations().get(operation));
        }
    }

    @Test
    void resultsAreTheOperationsWithoutNeedlessArguments() {
        List<Event> events = new RandomEvents(new Random(2)).history(5_000);
        History history = coded(events, 0);
        int left = 0;
        for (int i = 0; i < history.operations().size(); i++) {
            Operation whole = history.operations().get(i);
            Operation result = history.results().get(i);
            assertThat(result.completion()).isEqualTo(whole.completion());
            assertThat(result.invocation().index()).isEqualTo(whole.invocation().index());
            if (whole.isOk() && whole.output() != null) {
                assertThat(result.input()).isNull();
                left++;
            } else {
                assertThat(result).isEqualTo(whole);
            }
        }
        assertThat(left).isPositive();
        assertThat(History.of(events).results()).isEqualTo(history.operations());
    }

    @Test
    void objectsOfOtherKindsAreKept() {
        Event event = new Event(-3, -5, EventType.INFO, Event.NEMESIS, "f", Set.of(1, 2f), 'c', "n\ud800");
        assertThat(coded(List.of(event, event), 1).events()).containsExactly(event, event);
    }

    @Test
    void positionsOutsideAreRefused() {
        History history = coded(new RandomEvents(new Random(1)).history(5), 0);
        assertThatThrownBy(() -> history.events().get(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> history.operations().get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> history.events().remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void processThatInvokesTwiceIsRefused() {
        assertThatThrownBy(() -> new Script()
                        .invoke(0, "read", null)
                        .invoke(0, "read", null)
                        .history())
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageStartingWith("Event 1: process 0 invokes :read while its previous operation is open");
    }

    private static History coded(List<Event> events, int plainLimit) {
        History.Builder builder = new History.Builder(plainLimit);
        events.forEach(builder::add);
        assertThat(builder.size()).isEqualTo(events.size());
        return builder.build();
    }

    private static List<Operation> paired(List<Event> events) {
        List<Operation> operations = new ArrayList<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (Event event : events) {
            if (!event.isNemesis() && event.type() == EventType.INVOKE) {
                last.put(event.process(), operations.size());
                operations.add(new Operation(event, null));
            } else if (!event.isNemesis()) {
                int position = last.get(event.process());
                operations.set(position, new Operation(operations.get(position).invocation(), event));
            }
        }
        return operations;
    }
}
