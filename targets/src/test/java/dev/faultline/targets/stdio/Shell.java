package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Runs {@code stdio} in this JVM and keeps what it printed. */
final class Shell {
    private static final int USAGE = 64;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private Shell(List<String> arguments) {
        exitCode = line(new PrintWriter(out), new PrintWriter(err)).execute(arguments.toArray(new String[0]));
    }

    /** The command with the exit codes and messages of the kit's own command line. */
    static CommandLine line(PrintWriter out, PrintWriter err) {
        return new CommandLine(new StdioCommand())
                .setOut(out)
                .setParameterExceptionHandler((mistake, arguments) -> refuse(err, mistake))
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    if (thrown instanceof ProgramUnusable) {
                        return refuse(err, thrown);
                    }
                    throw thrown;
                });
    }

    private static int refuse(PrintWriter err, Exception mistake) {
        err.println(mistake.getMessage());
        err.flush();
        return USAGE;
    }

    static Shell run(String... arguments) {
        return new Shell(Arrays.asList(arguments));
    }

    static Shell run(List<String> arguments) {
        return new Shell(new ArrayList<>(arguments));
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    /** Checks that the command was refused with one message that has these parts. */
    void isRefusedWith(String... parts) {
        assertThat(err.toString().strip()).contains(parts).hasLineCount(1);
        assertThat(exitCode).isEqualTo(USAGE);
    }

    @Override
    public String toString() {
        return out + err.toString() + "exit code " + exitCode;
    }
}
