package dev.faultline.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages that a sample's run directory renders to. */
record RenderedReport(Sample sample, Path output) {

    static RenderedReport in(Path folder) {
        return new RenderedReport(new Sample(folder.resolve("chaos")), folder.resolve("report of today"));
    }

    String index() {
        return read(HtmlReport.render(sample.root(), output));
    }

    String claimPage(String claim) {
        HtmlReport.render(sample.root(), output);
        return read(output.resolve("claims/" + Sample.SPEC + "." + claim + ".html"));
    }

    String bugPage(String bug) {
        HtmlReport.render(sample.root(), output);
        return read(output.resolve("bugs/" + Sample.SPEC + ".@" + bug + ".html"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }
}
