package dev.faultline.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.faultline.harness.claim.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a verification came to; {@code verify.json} in the directory of the runs, for programs to read.
 *
 * @param exitCode see {@link ExitCode}
 * @param totals how many claims and seeded bugs came out how
 * @param failures what did not come out as claimed
 * @param problems what kept claims from being run
 * @param report the index of the report; empty when nothing could be run
 */
public record Verdict(
        int exitCode,
        Map<Status, Integer> totals,
        List<Failure> failures,
        List<String> problems,
        Optional<String> report) {
    static final String FILE = "verify.json";

    static Verdict of(Results results, Path directory) {
        Optional<Path> report = results.all().isEmpty() ? Optional.empty() : Optional.of(Report.index(directory));
        return new Verdict(
                results.exitCode(),
                results.totals(),
                results.failures(),
                results.problems(),
                report.map(Path::toString));
    }

    /**
     * Reads what a verification left in a directory.
     *
     * @throws IOException when there is nothing, or it cannot be read
     */
    public static Verdict read(Path directory) throws IOException {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .build()
                .readValue(Files.readString(directory.resolve(FILE)), Verdict.class);
    }
}
