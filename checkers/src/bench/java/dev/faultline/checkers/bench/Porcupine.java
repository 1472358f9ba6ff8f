package dev.faultline.checkers.bench;

import dev.faultline.checkers.bench.Watched.Ended;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Go program that judges histories with Porcupine. */
final class Porcupine {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final long MEMORY = 6L << 30;

    private final Path program;
    private final Path sources;
    private final Path scratch;

    private Porcupine(Path program, Path sources, Path scratch) {
        this.program = program;
        this.sources = sources;
        this.scratch = scratch;
    }

    /** Builds the program; empty, and one message, when that is impossible. */
    static Optional<Porcupine> build(Path sources, Path directory) throws IOException, InterruptedException {
        Path program = directory.resolve("porcupine").toAbsolutePath();
        List<String> command = List.of("go", "build", "-buildvcs=false", "-o", program.toString(), ".");
        Process process;
        File errors = directory.resolve("go-build.txt").toFile();
        try {
            process = new ProcessBuilder(command)
                    .directory(sources.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(errors)
                    .start();
        } catch (IOException missing) {
            System.err.println("There is no go on the path, so Porcupine is left out. Install Go 1.21 or newer to compare.");
            return Optional.empty();
        }
        if (process.waitFor() != 0) {
            System.err.println("go build failed, so Porcupine is left out. The reason is in " + errors + ".");
            return Optional.empty();
        }
        return Optional.of(new Porcupine(program, sources, directory));
    }

    /** Its version, which is the one that the sources ask for. */
    String version() throws IOException {
        return Files.readAllLines(sources.resolve("go.mod")).stream()
                .filter(line -> line.contains("/porcupine "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    /** Judges the histories, all in one process, which may take a minute and 6 GB. */
    Judged judge(Subject subject) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-model", subject.model()));
        subject.files().forEach(file -> command.add(file.toString()));
        Ended ended = Watched.run(command, scratch, TIME, MEMORY);
        return Judged.of(ended);
    }
}
