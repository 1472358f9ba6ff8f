package dev.faultline.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * The Maven command that replays.
 *
 * @param goal the goal, as short as Maven resolves it in this project
 * @param pom the project's pom when the build was started elsewhere, or {@code null}
 */
record ReplayGoal(String goal, File pom) {

    static ReplayGoal of(MavenProject project, MavenSession session, PluginDescriptor plugin) {
        boolean declared = project.getPlugin(plugin.getGroupId() + ":" + plugin.getArtifactId()) != null;
        String goal = declared ? plugin.getGoalPrefix() + ":replay" : plugin.getId() + ":replay";
        Path started =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        boolean here =
                project.getBasedir().toPath().toAbsolutePath().normalize().equals(started);
        return new ReplayGoal(goal, here ? null : project.getFile());
    }

    /** With {@code {claim}}, {@code {seed}} and {@code {keep}} in it. */
    String template() {
        String where = pom == null ? "" : " -f '" + pom + "'";
        return "mvn" + where + " " + goal + " '-Dchaos.claim={claim}' -Dchaos.seed={seed} '-Dchaos.keep={keep}'";
    }
}
