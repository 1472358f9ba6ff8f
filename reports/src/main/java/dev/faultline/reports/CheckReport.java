package dev.faultline.reports;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One page about judged histories, complete in one file. Of each history only an excerpt is kept. */
public final class CheckReport {
    private final List<CheckView> checks = new ArrayList<>();

    /** What the template sees. */
    record Page(String title, String css, String js, List<CheckView> checks) {
        boolean isMany() {
            return checks.size() > 1;
        }
    }

    /**
     * Adds a judged history.
     *
     * @param file where it came from
     * @param property what it was judged by
     * @param took how long the decision took, without reading the file
     */
    public void add(String file, String property, History history, CheckResult result, Duration took) {
        checks.add(CheckView.of(checks.size() + 1, file, property, history, result, took));
    }

    /**
     * Writes the page; its folder is made when it is not there.
     *
     * @throws ReportProblem when it cannot be written
     */
    public void write(Path output) {
        Page page = new Page(title(), Templates.text("report.css"), Templates.text("report.js"), checks);
        try {
            Path folder = output.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.writeString(output, new Templates().fill("check", page));
        } catch (IOException cause) {
            throw new ReportProblem(
                    "The report cannot be written to " + output + " (" + cause
                            + "), so there is none. Name a file that can be written to, with space left.",
                    cause);
        }
    }

    private String title() {
        return checks.size() == 1 ? checks.get(0).file() : checks.size() + " judged histories";
    }
}
