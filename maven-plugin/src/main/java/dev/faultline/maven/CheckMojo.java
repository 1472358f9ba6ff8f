package dev.faultline.maven;

import dev.faultline.cli.ExitCode;
import dev.faultline.cli.Faultline;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Judges a recorded history. A violation fails the build. */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    /** The recorded history: Jepsen's EDN, JSON lines, or Jepsen's log lines. */
    @Parameter(property = "chaos.history")
    private File history;

    /** The model, to judge linearizability. */
    @Parameter(property = "chaos.model")
    private String model;

    /** The property to judge instead. */
    @Parameter(property = "chaos.property")
    private String property;

    @Override
    public void execute() throws MojoFailureException {
        if (history == null || (model == null) == (property == null)) {
            throw new MojoFailureException("A check needs a history, and either a model or a property to judge it by."
                    + " Nothing was judged. Give -Dchaos.history=FILE and one of -Dchaos.model=NAME and"
                    + " -Dchaos.property=NAME.");
        }
        String by = model == null ? "--property=" + property : "--model=" + model;
        int exitCode = Faultline.run(List.of("check", by, history.getPath()));
        if (exitCode != ExitCode.HELD) {
            throw new MojoFailureException("The check of " + history + ExitMeaning.of(exitCode));
        }
    }
}
