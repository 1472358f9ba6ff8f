package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aLineGoesAboveTheStatus() {
        Terminal terminal = new Terminal(stream, stream, true);
        terminal.status("moving");
        terminal.line("done");

        assertThat(printed()).isEqualTo("moving\r\033[Kdone\nmoving");
    }

    @Test
    void withoutATerminalNothingIsOverwritten() {
        Terminal terminal = new Terminal(stream, stream, false);
        terminal.status("moving");
        terminal.line("done");

        assertThat(printed()).isEqualTo("done\n");
    }
}
