package dev.faultline.reports;

import dev.faultline.reports.RunRoot.Damage;
import dev.faultline.reports.RunRoot.Filed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renders what a test run left in its directory as a folder of static HTML that opens from disk. */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Renders a report. Files that cannot be read are listed in it. An earlier report in the same folder is overwritten.
     *
     * <p>Takes time and space in proportion to the runs that the report shows, one run at a time.
     *
     * @param runRoot where the run directories are, such as {@code target/chaos}
     * @param output the folder of the report; it is made when it is not there
     * @return the report's {@code index.html}
     * @throws ReportProblem when there is nothing to report, or the report cannot be written
     */
    public static Path render(Path runRoot, Path output) {
        RunRoot root = RunRoot.read(runRoot);
        Site site = Site.at(output);
        List<Damage> damaged = new ArrayList<>(root.damaged());
        List<IndexPage.Entry> entries = new ArrayList<>();
        for (Filed<ClaimFile> claim : root.claims()) {
            ClaimPage page = ClaimPage.of(claim, site);
            site.write("claims/" + Site.name(claim.directory()) + ".html", "claim", page);
            entries.add(IndexPage.Entry.of(claim, page));
            damaged.addAll(page.damaged());
        }
        for (Filed<BugFile> bug : root.bugs()) {
            BugPage page = BugPage.of(bug, site);
            site.write("bugs/" + Site.name(bug.directory()) + ".html", "bug", page);
            entries.add(IndexPage.Entry.of(bug, page));
            damaged.addAll(page.damaged());
        }
        return site.write("index.html", "index", IndexPage.of(entries, damaged));
    }
}
