package dev.faultline.maven;

import dev.faultline.cli.ExitCode;
import dev.faultline.cli.Faultline;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Judges a recorded history. A violation fails the build. */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    /** The recorded history, of this kit or of another tool. */
    @Parameter(property = "chaos.history")
    private File history;

    /** What the history is of, such as kv, to judge linearizability; guessed. */
    @Parameter(property = "chaos.model")
    private String model;

    /** How the object should behave, such as sequential; linearizable. */
    @Parameter(property = "chaos.consistency")
    private String consistency;

    /** The level that transactions should keep, such as snapshot-isolation; strict-serializable. */
    @Parameter(property = "chaos.isolation")
    private String isolation;

    /** The property to judge instead. */
    @Parameter(property = "chaos.property")
    private String property;

    /** How the file holds the history, such as edn; guessed. */
    @Parameter(property = "chaos.format")
    private String format;

    /** How long to try before giving up, such as 30s; 1m. */
    @Parameter(property = "chaos.limit")
    private String limit;

    /** Whether to print everything that the checker found out. */
    @Parameter(property = "chaos.explain")
    private boolean explain;

    /** Where an HTML page about the history goes. */
    @Parameter(property = "chaos.report")
    private File report;

    @Override
    public void execute() throws MojoFailureException {
        if (history == null) {
            throw new MojoFailureException("A check needs a history. Nothing was judged. Give -Dchaos.history=FILE.");
        }
        int exitCode = Faultline.run(arguments());
        if (exitCode != ExitCode.HELD) {
            throw new MojoFailureException("The check of " + history + ExitMeaning.of(exitCode));
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("check"));
        add(arguments, "--model", model);
        add(arguments, "--consistency", consistency);
        add(arguments, "--isolation", isolation);
        add(arguments, "--property", property);
        add(arguments, "--format", format);
        add(arguments, "--limit", limit);
        add(arguments, "--report", report);
        if (explain) {
            arguments.add("--explain");
        }
        arguments.add(history.getPath());
        return arguments;
    }

    private static void add(List<String> arguments, String option, Object value) {
        if (value != null) {
            arguments.add(option + "=" + value);
        }
    }
}
