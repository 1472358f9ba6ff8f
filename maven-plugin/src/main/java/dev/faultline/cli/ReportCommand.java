package dev.faultline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report}: renders the report again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        description = "Renders the HTML report of recorded runs again.")
final class ReportCommand implements Callable<Integer> {
    /** Where runs are recorded unless somebody says otherwise. */
    static final Path DIRECTORY = Path.of("target", "chaos");

    private final Terminal terminal;

    @Option(names = "--directory", paramLabel = "DIR", description = "Where the runs are recorded; target/chaos.")
    private Path directory = DIRECTORY;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the report goes; report in that directory.")
    private Path output;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path report = Report.render(directory, output == null ? Report.under(directory) : output);
        terminal.line("Report: " + report);
        return ExitCode.HELD;
    }
}
