package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a command and keeps what it printed. */
final class Shell {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final int exitCode;

    private Shell(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        exitCode = Faultline.run(terminal, arguments);
    }

    static Shell run(String... arguments) {
        return new Shell(arguments);
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Checks that the command was refused with one message that has these parts, and nothing else. */
    void isRefusedWith(String... parts) {
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).contains(parts).hasLineCount(1);
        assertThat(out()).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
    }
}
