package dev.faultline.cli;

import dev.faultline.reports.HtmlReport;
import java.nio.file.Path;

/** The HTML report of a directory of runs. */
final class Report {
    private Report() {}

    /** Where the report goes unless somebody says otherwise. */
    static Path under(Path directory) {
        return directory.resolve("report");
    }

    /** Its first page, when it is there. */
    static Path index(Path directory) {
        return under(directory).resolve("index.html");
    }

    /**
     * Renders it; answers the absolute path of its index.
     *
     * @throws dev.faultline.reports.ReportProblem when there is nothing to report, or it cannot be written
     */
    static Path render(Path directory, Path output) {
        return HtmlReport.render(directory, output).toAbsolutePath().normalize();
    }
}
