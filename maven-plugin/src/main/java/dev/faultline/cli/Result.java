package dev.faultline.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.faultline.harness.claim.BugReport;
import dev.faultline.harness.claim.ClaimReport;
import dev.faultline.harness.claim.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How one claim or one seeded bug came out. */
sealed interface Result {
    Status status();

    String system();

    /** Its place in a progress line. */
    String title();

    long seeds();

    long millis();

    /** The report that the run left, and its directory. */
    record OfClaim(ClaimReport report, Path directory) implements Result {
        @Override
        public Status status() {
            return report.status();
        }

        @Override
        public String system() {
            return report.system();
        }

        @Override
        public String title() {
            return report.title();
        }

        @Override
        public long seeds() {
            return report.seedsRun();
        }

        @Override
        public long millis() {
            return report.millis();
        }
    }

    /** The report that the run left, and its directory. */
    record OfBug(BugReport report, Path directory) implements Result {
        @Override
        public Status status() {
            return report.status();
        }

        @Override
        public String system() {
            return report.system();
        }

        @Override
        public String title() {
            return "seeded bug " + report.bug();
        }

        @Override
        public long seeds() {
            return report.sweep() == null ? 0 : report.sweep().seeds();
        }

        @Override
        public long millis() {
            return report.millis();
        }
    }

    /**
     * Reads {@code claim.json}, {@code replay.json} or {@code bug.json}.
     *
     * @throws IOException when it cannot be read
     */
    static Result read(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.builder().addModule(new Jdk8Module()).build();
        String json = Files.readString(file);
        Path directory = file.toAbsolutePath().getParent();
        return file.endsWith("bug.json")
                ? new OfBug(mapper.readValue(json, BugReport.class), directory)
                : new OfClaim(mapper.readValue(json, ClaimReport.class), directory);
    }
}
