package dev.faultline.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that runs the command line with the classes of the project. */
abstract class ProjectMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    /** Where the runs are recorded, and the report is rendered. */
    @Parameter(property = "chaos.directory", defaultValue = "${project.build.directory}/chaos")
    File directory;

    /** Where the nodes run. */
    @Parameter(property = "chaos.runtime", defaultValue = "simulation")
    String runtime;

    /** More arguments for the JVM that runs the claims, separated by spaces. */
    @Parameter(property = "chaos.jvmArgs")
    private String jvmArgs;

    /** Runs a command; answers its exit code. */
    int fork(List<String> arguments) throws MojoExecutionException {
        List<String> jvm = jvmArgs == null || jvmArgs.isBlank()
                ? List.of()
                : Arrays.asList(jvmArgs.strip().split("\\s+"));
        Path work = Path.of(project.getBuild().getDirectory());
        return new ForkedCommand(classPath(), jvm, work)
                .run(project.getBasedir().toPath(), arguments);
    }

    private List<String> classPath() throws MojoExecutionException {
        try {
            List<Artifact> known = new ArrayList<>(project.getArtifacts());
            known.add(project.getArtifact());
            return ForkClassPath.of(project.getTestClasspathElements(), known, pluginArtifacts);
        } catch (DependencyResolutionRequiredException cause) {
            throw new MojoExecutionException(
                    "The test class path of the project is not known, so no claim can run: " + cause.getMessage(),
                    cause);
        }
    }

    /** What {@code verify} and {@code replay} have in common. */
    List<String> commonArguments() {
        return List.of("--directory", directory.getAbsolutePath(), "--runtime", runtime);
    }
}
