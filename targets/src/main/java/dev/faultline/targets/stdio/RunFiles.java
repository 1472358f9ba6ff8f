package dev.faultline.targets.stdio;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of a run that is run again. */
final class RunFiles {
    private RunFiles() {}

    /** Removes what would be taken for a part of the new run if that did not get to its end: verdicts, and the logs of nodes. */
    static void clear(Path run) throws IOException {
        Files.deleteIfExists(run.resolve("run.json"));
        Files.deleteIfExists(run.resolveSibling("claim.json"));
        Path nodes = run.resolve("nodes");
        if (Files.isDirectory(nodes)) {
            try (DirectoryStream<Path> logs = Files.newDirectoryStream(nodes, "*.log")) {
                for (Path log : logs) {
                    Files.delete(log);
                }
            }
        }
    }
}
