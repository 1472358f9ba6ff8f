package dev.faultline.cli;

import dev.faultline.harness.runtime.CommandLineTool;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code faultline}. */
@Command(
        name = "faultline",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        description = "Tries to refute what distributed systems claim, and shows how they break.",
        footer = {
            "",
            "Exit codes: 0 everything held, 1 something was violated, 2 something could not be decided, 64 wrong usage."
        })
public final class Faultline implements Runnable {
    @Spec
    private CommandSpec command;

    private Faultline() {}

    /** Runs the command that the arguments name, and exits with its {@link ExitCode}. */
    public static void main(String... arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs the command that the arguments name, in this JVM; answers its {@link ExitCode}. */
    public static int run(List<String> arguments) {
        return run(Terminal.ofProcess(), arguments.toArray(new String[0]));
    }

    static int run(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new Faultline())
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new ListCommand(terminal));
        ServiceLoader.load(CommandLineTool.class).forEach(tool -> line.addSubcommand(tool.command()));
        Mistakes mistakes = new Mistakes(terminal);
        return line.setOut(terminal.writer())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "No command was given");
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Faultline.class.getPackage().getImplementationVersion();
            return new String[] {"faultline " + (built == null ? "(not packaged)" : built)};
        }
    }
}
