package dev.faultline.targets.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Run;
import org.junit.jupiter.api.Test;

/** What can be done to a system that is left as it is, wherever its nodes run. */
abstract class ForeignSystemContract {
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);

    abstract Run run(ForeignRun plan);

    @Test
    void filesSurviveAKill() {
        Run run = run(new ForeignRun()
                .ask(1, 0, "note", "early")
                .restart(500, 900)
                .ask(1, 2600, "note", "late")
                .ask(1, 2700, "read", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("noted", "noted", "early late");
    }

    @Test
    void aClientOfADeadNodeAsksAnother() {
        Run run = run(new ForeignRun().restart(300, 2000).ask(1, 1200, "name", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("n2");
    }

    @Test
    void theWayToAPeerLeadsThroughALinkThatCanBeCut() {
        Run run = run(new ForeignRun()
                .ask(1, 0, "peer", null)
                .fault(500, 1500, injector -> injector.cut(N1, N2), injector -> injector.mend(N1, N2))
                .ask(1, 800, "peer", null)
                .ask(2, 800, "name", null)
                .ask(1, 2600, "peer", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("n2", "unreachable", "n2");
        assertThat(ForeignRun.completions(run, 2)).containsExactly("n2");
    }

    @Test
    void aCutStopsAnswersThatGoAgainstAConnection() {
        Run run = run(new ForeignRun()
                .ask(2, 0, "peer", null)
                .fault(500, 1500, injector -> injector.cut(N1, N2), injector -> injector.mend(N1, N2))
                .ask(2, 800, "peer", null)
                .ask(2, 2600, "peer", null));
        assertThat(ForeignRun.completions(run, 2)).containsExactly("n1", "unreachable", "n1");
    }

    @Test
    void aPausedNodeAnswersNobody() {
        Run run = run(new ForeignRun()
                .fault(200, 2400, injector -> injector.pause(N1), injector -> injector.resume(N1))
                .ask(1, 800, "note", "word"));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("<timeout>");
    }
}
