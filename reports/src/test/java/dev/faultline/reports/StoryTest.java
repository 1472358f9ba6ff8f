package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryTest {
    private final List<TraceLine> trace = new ArrayList<>();

    private StoryTest line(long step, long time, String kind, String node, Object what) {
        trace.add(new TraceLine(step, time, kind, node, "n9", 0, what));
        return this;
    }

    private List<Story.Step> told(Optional<History> history, long decisiveStep) {
        return Story.of(Window.endingAt(trace, Long.MAX_VALUE), "p", decisiveStep, history, Set.of(0));
    }

    @Test
    void whatIsHandledIsNumberedAsTheRunCounts() {
        line(0, 0, "start", "n1", null)
                .line(1, 5, "timeout", "n1", "RETRY")
                .line(3, 7, "deliver", "n1", Map.of("type", "vote"));

        assertThat(told(Optional.empty(), 2)).extracting(Story.Step::number).containsExactly("1", "2", "3");
        assertThat(told(Optional.empty(), 2)).extracting(Story.Step::decisive).containsExactly(false, true, false);
    }

    @Test
    void whatACrashCutsShortDoesNotCount() {
        line(0, 0, "start", "n1", null)
                .line(1, 5, "timeout", "n1", "RETRY")
                .line(1, 5, "crash", "n1", null)
                .line(1, 8, "start", "n1", null);

        assertThat(told(Optional.empty(), -1)).extracting(Story.Step::number).containsExactly("1", "2", "", "2");
        assertThat(told(Optional.empty(), -1).get(3).text()).isEqualTo("n1 starts again");
    }

    @Test
    void clientsSpeakWhenTheirTimeComes() {
        line(0, 0, "start", "n1", null).line(1, 9, "timeout", "n1", "RETRY");
        History history = History.of(List.of(Sample.event(0, 4, EventType.INVOKE, 0, "read", null)));

        List<Story.Step> steps = told(Optional.of(history), -1);

        assertThat(steps)
                .extracting(Story.Step::text)
                .containsExactly("n1 starts", "process 0 invokes read", "the timer RETRY of n1 expires");
        assertThat(steps).extracting(Story.Step::evidence).containsExactly(false, true, false);
    }

    @Test
    void whatAnotherNodeSendsMeanwhileIsAStepOfItsOwn() {
        line(1, 1, "deliver", "n1", Map.of("type", "ask"))
                .line(1, 2, "send", "n2", Map.of("type", "gossip"))
                .line(1, 3, "send", "n2", Map.of("type", "gossip"));

        assertThat(told(Optional.empty(), -1))
                .extracting(Story.Step::text)
                .containsExactly("n1 receives Ask from n9", "n2 sends Gossip to n9");
        assertThat(told(Optional.empty(), -1).get(0).effects()).isEmpty();
        assertThat(told(Optional.empty(), -1).get(1).effects())
                .extracting(Story.Effect::text)
                .containsExactly("sends Gossip to n9");
    }

    @Test
    void whatIsLostAsItIsSentIsToldWithIt() {
        trace.add(new TraceLine(1, 1, "deliver", "n1", "n9", 1, Map.of("type", "ask")));
        trace.add(new TraceLine(1, 2, "send", "n2", "n1", 2, Map.of("type", "gossip")));
        trace.add(new TraceLine(1, 2, "drop", "n1", "n2", 2, Map.of("type", "gossip")));
        trace.add(new TraceLine(1, 3, "send", "n2", "n3", 3, Map.of("type", "gossip")));
        trace.add(new TraceLine(1, 3, "drop", "n3", "n2", 3, Map.of("type", "gossip")));

        List<Story.Step> steps = told(Optional.empty(), -1);

        assertThat(steps)
                .extracting(Story.Step::text)
                .containsExactly("n1 receives Ask from n9", "n2 sends Gossip to n1, which is lost");
        assertThat(steps.get(1).kind()).isEqualTo("drop");
        assertThat(steps.get(1).effects()).containsExactly(new Story.Effect("sends Gossip to n3, which is lost", true));
    }

    @Test
    void crashShowsWhatItTookAway() {
        line(0, 0, "start", "n1", null)
                .line(1, 0, "state", "n1", Map.of("votedFor", "n2"))
                .line(1, 5, "crash", "n1", null)
                .line(1, 8, "start", "n1", null)
                .line(2, 8, "state", "n1", Map.of("votedFor", "nobody"));

        assertThat(told(Optional.empty(), -1).get(2).changes())
                .containsExactly(new StateChange("votedFor", "n2", "nobody"));
    }
}
