package dev.faultline.cli;

import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.harness.claim.SpecProblem;
import dev.faultline.reports.ReportProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Answers a user's mistake with its message alone. Anything else is a defect of ours, and keeps its stack trace. */
record Mistakes(Terminal terminal) implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final List<Class<? extends Exception>> OF_THE_USER =
            List.of(UserMistake.class, SpecProblem.class, ReportProblem.class, MalformedHistoryException.class);

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        String program = mistake.getCommandLine().getCommandSpec().qualifiedName();
        terminal.error(
                sentence(mistake.getMessage()) + " Nothing was run. '" + program + " --help' says what can be given.");
        return ExitCode.USAGE;
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
        if (thrown instanceof ParameterException mistake) {
            return handleParseException(mistake, new String[0]);
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            terminal.error("A file could not be read or written: " + thrown.getMessage()
                    + ". The command was not finished. Check the path, its permissions and the space left.");
        } else if (isMistake(thrown)) {
            terminal.error(thrown.getMessage());
        } else {
            return defect(thrown);
        }
        return ExitCode.USAGE;
    }

    private int defect(Exception thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        terminal.error(
                "This is a defect of the kit, not of your system: please report it with the lines below.\n" + trace);
        return ExitCode.DEFECT;
    }

    /** The kit answers mistakes with IllegalArgumentException too; when the Java platform throws it, it is our own defect. */
    private static boolean isMistake(Exception thrown) {
        return OF_THE_USER.stream().anyMatch(kind -> kind.isInstance(thrown))
                || (thrown instanceof IllegalArgumentException
                        && thrown.getStackTrace().length > 0
                        && thrown.getStackTrace()[0].getClassName().startsWith("dev.faultline."));
    }
}
