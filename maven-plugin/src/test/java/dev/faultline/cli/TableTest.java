package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("System", "Time");
        table.row("mutex/token-ring", "1.2 s");
        table.row("a", "b");

        assertThat(table.lines())
                .containsExactly(
                        "System            Time",
                        "-----------------------",
                        "mutex/token-ring  1.2 s",
                        "a                 b");
    }

    @Test
    void longCellsAreCut() {
        Table table = new Table("Claim");
        table.row("x".repeat(200));

        assertThat(table.lines().get(2)).hasSize(120).endsWith("x…");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("One").row("1", "2"));
    }
}
