package dev.faultline.cli;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.io.Format;
import dev.faultline.checkers.io.HistoryFiles;
import dev.faultline.reports.CheckReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: judges recorded histories. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        description = "Judges recorded histories, of this kit or of other tools.",
        footer = {
            "",
            "Exit codes: 0 every history is valid, 1 one is invalid, 2 one could not be decided, 64 wrong usage."
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Question question;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            converter = FormatName.class,
            completionCandidates = FormatName.Names.class,
            description = "How the files hold histories: ${COMPLETION-CANDIDATES}. Guessed when left out.")
    private Format format;

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            converter = TimeLimit.class,
            description = "How long to try for each history before giving up, such as 500ms, 30s or 5m; 1m.")
    private Duration limit = Budget.standard().time();

    @Option(names = "--explain", description = "Print everything that the checker found out.")
    private boolean explain;

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML page about the histories, too.")
    private Path report;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The recorded histories.")
    private List<Path> files;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        question.check();
        CheckReport page = new CheckReport();
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (Path file : files) {
            verdicts.add(judge(file, page));
        }
        if (report != null) {
            page.write(report);
            terminal.line("Report: " + report.toAbsolutePath().normalize());
        }
        return verdicts.contains(Verdict.INVALID)
                ? ExitCode.VIOLATED
                : verdicts.contains(Verdict.UNKNOWN) ? ExitCode.UNKNOWN : ExitCode.HELD;
    }

    private Verdict judge(Path file, CheckReport page) throws IOException {
        History history = read(file);
        Checker checker = checker(file, history);
        long started = System.nanoTime();
        CheckResult result = judged(checker, file, history);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Judgement judgement = new Judgement(file.toString(), checker.name(), result);
        judgement.tell(terminal);
        if (explain) {
            judgement.explain(terminal);
        }
        if (report != null) {
            page.add(file.toString(), checker.name(), history, result, took);
        }
        return result.verdict();
    }

    private Checker checker(Path file, History history) {
        try {
            return question.checker(history);
        } catch (UserMistake mistake) {
            throw new UserMistake(file + ": " + mistake.getMessage());
        }
    }

    private CheckResult judged(Checker checker, Path file, History history) {
        try (Gauge gauge = new Gauge(terminal, "judging " + file)) {
            return checker.check(history, new Budget(limit, Budget.standard().configurations()).metered(gauge));
        } catch (MalformedHistoryException mismatch) {
            throw new UserMistake(file + ": " + mismatch.getMessage());
        } catch (OutOfMemoryError full) {
            return CheckResult.unknown("Gave up when the memory was used up, " + megabytes()
                    + " MB. Give the Java process more with -Xmx, or check a shorter history.");
        }
    }

    private static long megabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private History read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UserMistake(
                    file + " is not a file that can be read, so there is no history to judge. Check the path.");
        }
        try (Gauge gauge = new Gauge(terminal, "reading " + file)) {
            return HistoryFiles.read(file, format == null ? HistoryFiles.guess(file) : format, gauge);
        } catch (OutOfMemoryError full) {
            throw new UserMistake(file + " does not fit into the memory of " + megabytes()
                    + " MB, so it was not judged. Give the Java process more with -Xmx.");
        }
    }
}
