package dev.faultline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What earlier verifications recorded. */
final class Recorded {
    private static final List<String> REPORTS = List.of("claim.json", "replay.json", "bug.json");

    private Recorded() {}

    /** Deletes it, so that a report never mixes old verdicts with new ones. Directories without a report stay. */
    static void clear(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(Verdict.FILE));
            for (Path spec : children(directory)) {
                for (Path part : children(spec)) {
                    if (REPORTS.stream().anyMatch(report -> Files.exists(part.resolve(report)))) {
                        delete(part);
                    }
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
