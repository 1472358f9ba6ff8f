package dev.faultline.maven;

import dev.faultline.cli.ExitCode;
import dev.faultline.cli.Failure;
import dev.faultline.cli.Verdict;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tries to refute the claims of the specs among the project's test classes. A violation fails the build. */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class VerifyMojo extends ProjectMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Where the specs are. */
    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true, required = true)
    private File testClassesDirectory;

    /** How many seeds each claim is tried with; 100. */
    @Parameter(property = "chaos.seeds")
    private String seeds;

    /** The one seed to try instead. */
    @Parameter(property = "chaos.seed")
    private String seed;

    /** Only what matches this glob: a system, a spec's class, a claim's id or a seeded bug's name. */
    @Parameter(property = "chaos.include")
    private String include;

    /** Only claims with these tags: a tag expression of JUnit's. */
    @Parameter(property = "chaos.tags")
    private String tags;

    /** Whether to stop at the first failure. */
    @Parameter(property = "chaos.failFast")
    private boolean failFast;

    /** Whether a violation does not fail the build. */
    @Parameter(property = "chaos.testFailureIgnore")
    private boolean testFailureIgnore;

    /** Whether to do nothing. */
    @Parameter(property = "chaos.skip")
    private boolean skip;

    /** Whether to do nothing: the flag that the test plugins share. */
    @Parameter(property = "skipTests")
    private boolean skipTests;

    /** Whether to do nothing: the flag by which tests are not even compiled. */
    @Parameter(property = "maven.test.skip")
    private boolean mavenTestSkip;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipTests || mavenTestSkip) {
            getLog().info("The claims are skipped: none was verified.");
        } else if (!testClassesDirectory.isDirectory()) {
            getLog().info("There are no claims to verify: the project has no test classes in " + testClassesDirectory
                    + ". A spec is a test class with methods that are annotated with @Claim.");
        } else {
            verify();
        }
    }

    private void verify() throws MojoExecutionException, MojoFailureException {
        int exitCode = fork(arguments());
        if (exitCode == ExitCode.HELD) {
            return;
        }
        String message = message(exitCode);
        if (exitCode > ExitCode.UNKNOWN || !testFailureIgnore) {
            throw new MojoFailureException(message);
        }
        getLog().error(message);
        getLog().error("The build goes on, because chaos.testFailureIgnore says so.");
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("verify", "--scan=" + testClassesDirectory));
        arguments.addAll(commonArguments());
        option(arguments, "--seeds", seeds);
        option(arguments, "--seed", seed);
        option(arguments, "--include", include);
        option(arguments, "--tags", tags);
        if (failFast) {
            arguments.add("--fail-fast");
        }
        arguments.add(
                "--replay-command=" + ReplayGoal.of(project, session, plugin).template());
        return arguments;
    }

    private static void option(List<String> arguments, String name, String value) {
        if (value != null && !value.isBlank()) {
            arguments.add(name + "=" + value);
        }
    }

    private String message(int exitCode) {
        if (exitCode > ExitCode.UNKNOWN) {
            return exitCode == ExitCode.USAGE
                    ? "The claims were not verified; the message above says why."
                    : "The claims were not all verified: their JVM ended with exit code " + exitCode
                            + ", and what it said is above.";
        }
        try {
            return message(Verdict.read(directory.toPath()));
        } catch (IOException cause) {
            return "Not every claim came out as claimed, and what came out cannot be read: " + cause.getMessage();
        }
    }

    private static String message(Verdict verdict) {
        StringBuilder message = new StringBuilder("Not every claim came out as claimed.");
        for (Failure failure : verdict.failures()) {
            message.append("\n\n").append(failure.block());
        }
        for (String problem : verdict.problems()) {
            message.append("\n\nNOT USABLE  ").append(problem);
        }
        return message.append("\n\nReport: ")
                .append(verdict.report())
                .append('\n')
                .toString();
    }
}
