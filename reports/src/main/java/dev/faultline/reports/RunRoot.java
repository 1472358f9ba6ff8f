package dev.faultline.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a test run left in its directory, read except for the runs themselves.
 *
 * @param damaged the files that could not be read
 */
record RunRoot(List<Filed<ClaimFile>> claims, List<Filed<BugFile>> bugs, List<Damage> damaged) {

    /**
     * A report with the directory that it lay in.
     *
     * @param written when the file was last changed
     */
    record Filed<T>(Path directory, T report, Instant written) {}

    /** A file that is not what it should be, and why. */
    record Damage(String file, String problem) {}

    /**
     * Reads {@code <root>/<spec>/<claim>/claim.json} and {@code <root>/<spec>/@<bug>/bug.json}.
     *
     * @throws ReportProblem when there is no such directory or not one such file
     */
    static RunRoot read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new ReportProblem("There is no directory " + root
                    + ", so there is nothing to report. Run the claims first, or name the directory that they wrote to,"
                    + " such as target/chaos.");
        }
        RunRoot found = new RunRoot(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            for (Path spec : directories(root)) {
                for (Path directory : directories(spec)) {
                    found.add(root, directory);
                }
            }
        } catch (IOException cause) {
            throw new ReportProblem(
                    "The directory " + root + " cannot be read (" + cause.getMessage()
                            + "), so there is no report. Check its permissions.",
                    cause);
        }
        if (found.claims.isEmpty() && found.bugs.isEmpty() && found.damaged.isEmpty()) {
            throw new ReportProblem("Under " + root
                    + " lies no <spec>/<claim>/claim.json and no <spec>/@<bug>/bug.json, so there is nothing to report."
                    + " Run the claims first, or name the directory that they wrote to, such as target/chaos.");
        }
        return found;
    }

    private void add(Path root, Path directory) {
        read(root, directory.resolve("claim.json"), ClaimFile.class, claims);
        read(root, directory.resolve("bug.json"), BugFile.class, bugs);
    }

    private <T> void read(Path root, Path file, Class<T> type, List<Filed<T>> into) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            T report = JsonFiles.read(file, type);
            Instant written = Files.getLastModifiedTime(file).toInstant();
            into.add(new Filed<>(file.getParent(), report, written));
        } catch (IOException cause) {
            damaged.add(new Damage(root.relativize(file).toString(), cause.getMessage()));
        }
    }

    private static List<Path> directories(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
