package dev.faultline.targets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.runtime.Run;
import dev.faultline.targets.processes.EmbeddedProcesses;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForeignProcessesTest extends ForeignSystemContract {

    @Override
    Run run(ForeignRun plan) {
        return plan.on(new EmbeddedProcesses(), Parrots.processes());
    }

    @Test
    void aClientThatWaitsTooLongGoesOnWithAnother() {
        Run run = run(new ForeignRun().ask(1, 0, "hang", null).ask(1, 100, "name", null));
        assertThat(ForeignRun.completions(run, 1)).containsExactly("<timeout>", "n2");
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
