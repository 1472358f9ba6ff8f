package dev.faultline.cli;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: judges recorded histories. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        description = "Judges recorded histories: Jepsen's EDN, JSON lines, or Jepsen's log lines.",
        footer = {
            "",
            "fifo: no request overtakes an earlier one. progress: whoever asks is answered within a second.",
            "Exit codes: 0 every history is valid, 1 one is invalid, 2 one could not be decided, 64 wrong usage."
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private By by;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The recorded histories.")
    private List<Path> files;

    /** What the histories are judged by. */
    static final class By {
        @Option(
                names = "--model",
                paramLabel = "NAME",
                description =
                        "Judge linearizability: register, cas-register, kv, kv-string, mutex, fifo-queue, set, counter.")
        private String model;

        @Option(
                names = "--property",
                paramLabel = "NAME",
                completionCandidates = Judge.Names.class,
                description = "Judge a property: ${COMPLETION-CANDIDATES}.")
        private String property;

        Checker judge() {
            return model != null ? Judge.ofModel(model) : Judge.ofProperty(property);
        }
    }

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Checker judge = by.judge();
        boolean violated = false;
        boolean undecided = false;
        for (Path file : files) {
            CheckResult result = judged(judge, file);
            tell(file, judge.name(), result);
            violated |= result.isInvalid();
            undecided |= !result.isInvalid() && !result.isValid();
        }
        return violated ? ExitCode.VIOLATED : undecided ? ExitCode.UNKNOWN : ExitCode.HELD;
    }

    private static CheckResult judged(Checker judge, Path file) throws IOException {
        History history = read(file);
        try {
            return judge.check(history, Budget.standard());
        } catch (MalformedHistoryException mismatch) {
            throw new UserMistake(file + ": " + mismatch.getMessage());
        }
    }

    private static History read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UserMistake(
                    file + " is not a file that can be read, so there is no history to judge. Check the path.");
        }
        return HistoryFiles.read(file);
    }

    private void tell(Path file, String property, CheckResult result) {
        switch (result.verdict()) {
            case VALID -> terminal.line(file + ": VALID. The history is " + property(property) + ".");
            case INVALID -> terminal.line(file + ": INVALID. It violates " + property + ". " + result.explanation());
            case UNKNOWN ->
                terminal.line(file + ": UNKNOWN. Nobody could decide " + property + ". " + result.explanation());
        }
        for (Event event : result.evidence()) {
            terminal.line("  event " + event.index() + ": process " + event.process() + " "
                    + event.type().name().toLowerCase(Locale.ROOT) + " :" + event.f() + " " + event.value());
        }
    }

    private static String property(String name) {
        return name.equals("linearizable") ? name : "one that keeps " + name;
    }
}
