package dev.faultline.checkers.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Script script = new Script().invoke(0, "read", null).invoke(1, "write", 1L);

    @Test
    void everyKindOfOperationIsJudged() {
        script.ok(0, "read", null).at(50).nemesis("healed", List.of());
        assertThat(check().explanation()).startsWith("The :write of process 1 on n2");
    }

    @Test
    void unknownOutcomeIsACompletion() {
        script.ok(0, "read", null).info(1, "write", 1L).at(50).nemesis("healed", List.of());
        assertThat(check().isValid()).isTrue();
    }

    @Test
    void nodesThatAreDownOrPausedAtTheEndAreExcused() {
        script.nemesis("pause", List.of("n1")).nemesis("crash", List.of("n2"));
        script.at(50).nemesis("healed", List.of());
        assertThat(check().isValid()).isTrue();
        script.nemesis("restarted", List.of("n2"));
        assertThat(check().details()).containsEntry("operations", 2).containsEntry("violations", 1);
        script.nemesis("resumed", List.of("n1"));
        assertThat(check().details()).containsEntry("violations", 2);
    }

    private CheckResult check() {
        return Progress.everyOperationCompletes(Duration.ofMillis(10)).check(script.history(), Budget.standard());
    }
}
