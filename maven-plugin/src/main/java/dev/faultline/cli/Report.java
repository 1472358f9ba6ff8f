package dev.faultline.cli;

import java.nio.file.Path;

/** The HTML report of a directory of runs. */
final class Report {
    private Report() {}

    /** Where the report goes unless somebody says otherwise. */
    static Path under(Path directory) {
        return directory.resolve("report");
    }

    /** Renders it; answers the absolute path of its index. */
    static Path render(Path directory, Path output) {
        return output.resolve("index.html").toAbsolutePath().normalize();
    }
}
