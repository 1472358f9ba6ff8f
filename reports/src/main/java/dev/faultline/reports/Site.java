package dev.faultline.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a report: pages, the few files that they share, and copies of the raw files. */
final class Site {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final List<String> SHARED =
            List.of("report.css", "report.js", CHARTS + "uPlot.iife.min.js", CHARTS + "uPlot.min.css");

    private final Path output;
    private final Templates templates = new Templates();

    /** A copied file. */
    record Link(String href, String name) {}

    private Site(Path output) {
        this.output = output;
    }

    /**
     * Makes the folder, with the shared files in it.
     *
     * @throws ReportProblem when it cannot be made
     */
    static Site at(Path output) {
        Site site = new Site(output);
        for (String shared : SHARED) {
            site.copyShared(shared);
        }
        return site;
    }

    /** The name under which a claim's or a bug's directory appears in the report: made of letters that every file system has. */
    static String name(Path directory) {
        String name = directory.getParent().getFileName() + "." + directory.getFileName();
        return name.replaceAll("[^A-Za-z0-9.@_-]", "-");
    }

    /** Writes a page. @return the page's file */
    Path write(String file, String template, Object page) {
        String html = templates.fill(template, page);
        return into(file, target -> Files.writeString(target, html));
    }

    /** Copies the files of a run, and says how a page in a subfolder links to them. */
    List<Link> copyRun(Path run, String owner) {
        List<Link> links = new ArrayList<>();
        for (Path file : files(run)) {
            String name = run.relativize(file).toString().replace('\\', '/');
            String copy = "runs/" + owner + "/" + run.getFileName() + "/" + name;
            into(copy, target -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
            links.add(new Link("../" + encoded(copy), name));
        }
        return links;
    }

    /** Copies the file that says how a claim or a bug came out. */
    Link copyReport(Path file, String owner) {
        String copy = "runs/" + owner + "/" + file.getFileName();
        into(copy, target -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
        return new Link("../" + encoded(copy), file.getFileName().toString());
    }

    private static List<Path> files(Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException cause) {
            throw new IllegalArgumentException(cause);
        }
    }

    private void copyShared(String resource) {
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        into("assets/" + name, target -> {
            try (InputStream content = Templates.resource(resource)) {
                Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private interface Writing {
        void to(Path target) throws IOException;
    }

    private Path into(String file, Writing writing) {
        Path target = output.resolve(file);
        try {
            Files.createDirectories(target.getParent());
            writing.to(target);
            return target;
        } catch (IOException cause) {
            throw new ReportProblem(
                    "The report cannot be written to " + target + " (" + cause
                            + "), so it is incomplete. Name a folder that can be written to, with space left.",
                    cause);
        }
    }
}
