package dev.faultline.maven;

import dev.faultline.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the project, and runs one schedule again. A violation fails the build. */
@Mojo(name = "replay", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ReplayMojo extends ProjectMojo {
    /** What to run again: {@code package.Spec#claim}, {@code package.Spec#claim@bug} or {@code package.Spec@bug}. */
    @Parameter(property = "chaos.claim")
    private String claim;

    /** The seed; a witness needs none. */
    @Parameter(property = "chaos.seed")
    private String seed;

    /** Which part of the seed's schedule to keep; all of it unless given. */
    @Parameter(property = "chaos.keep")
    private String keep;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (claim == null) {
            throw new MojoFailureException(
                    "chaos.claim is missing, and a replay needs the claim that it replays. Nothing"
                            + " was run. Copy the whole replay command from the report.");
        }
        List<String> arguments = new ArrayList<>(List.of("replay", "--claim=" + claim));
        arguments.addAll(commonArguments());
        if (seed != null) {
            arguments.add("--seed=" + seed);
        }
        if (keep != null) {
            arguments.add("--keep=" + keep);
        }
        int exitCode = fork(arguments);
        if (exitCode != ExitCode.HELD) {
            throw new MojoFailureException("The replay of " + claim + ExitMeaning.of(exitCode));
        }
    }
}
