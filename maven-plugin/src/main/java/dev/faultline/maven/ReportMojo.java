package dev.faultline.maven;

import dev.faultline.cli.ExitCode;
import dev.faultline.cli.Faultline;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Renders the HTML report of recorded runs again. */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractMojo {
    /** Where the runs are recorded. */
    @Parameter(property = "chaos.directory", defaultValue = "${project.build.directory}/chaos")
    private File directory;

    @Override
    public void execute() throws MojoFailureException {
        int exitCode = Faultline.run(List.of("report", "--directory=" + directory));
        if (exitCode != ExitCode.HELD) {
            throw new MojoFailureException("The report of " + directory + ExitMeaning.of(exitCode));
        }
    }
}
