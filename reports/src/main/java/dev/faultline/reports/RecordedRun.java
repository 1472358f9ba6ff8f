package dev.faultline.reports;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run directory, as far as it can be read.
 *
 * @param directory nothing when there is no such directory in that of the claim or bug
 * @param trace the lines up to the first that cannot be read
 * @param problems what cannot be read, and why
 */
record RecordedRun(
        Optional<Path> directory,
        Optional<RunFile> run,
        Optional<History> history,
        List<TraceLine> trace,
        List<RunRoot.Damage> problems) {

    /** Reads the run that a claim's or bug's file names. */
    static RecordedRun read(Path parent, String name) {
        Path directory = parent.resolve(name).normalize();
        if (!directory.startsWith(parent.normalize()) || !Files.isDirectory(directory)) {
            var missing = new RunRoot.Damage(name, "the run directory is missing");
            return new RecordedRun(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(missing));
        }
        List<RunRoot.Damage> problems = new ArrayList<>();
        return new RecordedRun(
                Optional.of(directory),
                run(directory, problems),
                history(directory, problems),
                trace(directory, problems),
                problems);
    }

    private static Optional<RunFile> run(Path directory, List<RunRoot.Damage> problems) {
        Path file = directory.resolve("run.json");
        try {
            return Optional.of(JsonFiles.read(file, RunFile.class));
        } catch (IOException cause) {
            problems.add(damage(file, cause));
            return Optional.empty();
        }
    }

    private static Optional<History> history(Path directory, List<RunRoot.Damage> problems) {
        Path file = directory.resolve("history.jsonl");
        try {
            return Optional.of(HistoryFiles.read(file));
        } catch (IOException | MalformedHistoryException cause) {
            problems.add(damage(file, cause));
            return Optional.empty();
        }
    }

    private static List<TraceLine> trace(Path directory, List<RunRoot.Damage> problems) {
        Path file = directory.resolve("trace.jsonl");
        List<TraceLine> trace = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    trace.add(JsonFiles.traceLine(line));
                }
            }
        } catch (IOException cause) {
            String kept = trace.isEmpty() ? "" : "; only the " + trace.size() + " lines before are shown";
            problems.add(new RunRoot.Damage(named(file), reason(cause) + kept));
        }
        return trace;
    }

    private static RunRoot.Damage damage(Path file, Exception cause) {
        return new RunRoot.Damage(named(file), reason(cause));
    }

    private static String named(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    private static String reason(Exception cause) {
        return cause instanceof NoSuchFileException ? "the file is missing" : cause.getMessage();
    }

    /** When the run ended: as it says itself, or else at the last thing that is known of it. In nanoseconds. */
    long end() {
        long last = history.map(RecordedRun::last).orElse(0L);
        long traced = trace.isEmpty() ? 0 : trace.get(trace.size() - 1).time();
        return Math.max(run.map(RunFile::endNanos).orElse(0L), Math.max(last, traced));
    }

    private static long last(History history) {
        return history.events().isEmpty()
                ? 0
                : history.events().get(history.events().size() - 1).time();
    }

    /** The step after which a violation was seen that no event of the history shows; -1 when there is none. */
    long decisiveStep() {
        return run.stream()
                .flatMap(file -> file.findings().stream())
                .filter(finding -> finding.verdict().equals("INVALID")
                        && finding.evidence().isEmpty())
                .mapToLong(RunFile.Finding::step)
                .findFirst()
                .orElse(-1);
    }

    /** The positions in the history of the events that show a violation. */
    Set<Integer> evidence() {
        return run.stream()
                .flatMap(file -> file.findings().stream())
                .filter(finding -> !finding.verdict().equals("VALID"))
                .flatMap(finding -> finding.evidence().stream())
                .map(RunFile.Evidence::index)
                .collect(Collectors.toSet());
    }
}
