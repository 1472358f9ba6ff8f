package dev.faultline.targets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Run;
import dev.faultline.targets.processes.EmbeddedProcesses;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForeignProcessesTest {
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);

    private static Run run(ForeignRun plan) {
        return plan.on(new EmbeddedProcesses(), Parrots.processes());
    }

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
        Run run = run(new ForeignRun().restart(300, 2000).ask(1, 600, "name", null));
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
    void aClientThatWaitsTooLongGoesOnWithAnother() {
        Run run = run(new ForeignRun().ask(1, 0, "hang", null).ask(1, 100, "name", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("<timeout>", "n2");
    }

    @Test
    void aPausedNodeAnswersNobody() {
        Run run = run(new ForeignRun()
                .fault(200, 2000, injector -> injector.pause(N1), injector -> injector.resume(N1))
                .ask(1, 500, "note", "word"));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("<timeout>");
    }

    @Test
    void aNodeThatDiesByItselfIsRecorded() {
        Run run = run(new ForeignRun().ask(1, 0, "die", null).ask(1, 1000, "name", null));
        assertThat(run.history().events().stream().map(event -> event.f() + event.value()))
                .contains("crash[n1]");
        assertThat(ForeignRun.completions(run, 1)).last().isEqualTo("n2");
    }

    @Test
    void aProgramThatEndsAtOnceIsToldWithItsLastWords() {
        Cluster cluster = Parrots.system()
                .command(place -> List.of("sh", "-c", "echo no configuration; exit 7"))
                .cluster(2);
        assertThatThrownBy(() -> new ForeignRun().on(new EmbeddedProcesses(), cluster))
                .hasMessageContaining("ended with exit code 7 before it listened on")
                .hasMessageContaining("no configuration");
    }

    @Test
    void leavesNoProcessBehind() {
        run(new ForeignRun().ask(1, 0, "name", null));
        Set<Long> before = children();
        run(new ForeignRun().restart(100, 300).ask(1, 600, "name", null));
        assertThat(before).containsAll(children());
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
