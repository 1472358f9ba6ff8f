package dev.faultline.maven;

import dev.faultline.cli.Faultline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The command line in a JVM of its own, with the project's classes. Its arguments go through a file, since a class path may be
 * longer than the operating system lets a command be.
 *
 * @param classPath the class path, in order
 * @param jvmArguments what else the JVM is told
 * @param work where the file goes, and where the JVM is started
 */
record ForkedCommand(List<String> classPath, List<String> jvmArguments, Path work) {

    /**
     * Runs a command to its end; when Maven itself is interrupted, the command is too.
     *
     * @return its exit code
     */
    int run(Path projectDirectory, List<String> arguments) throws MojoExecutionException {
        try {
            Process process = new ProcessBuilder(java(), "@" + argumentFile(arguments))
                    .directory(projectDirectory.toFile())
                    .inheritIO()
                    .start();
            return waitFor(process);
        } catch (IOException cause) {
            throw new MojoExecutionException(
                    "The JVM for the claims could not be started, so none was verified: " + cause.getMessage(), cause);
        }
    }

    private static int waitFor(Process process) throws MojoExecutionException {
        Thread killer = new Thread(process::destroy, "faultline-killer");
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(killer);
            return exitCode;
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted: the claims were not all verified.", interrupted);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path argumentFile(List<String> arguments) throws IOException {
        Files.createDirectories(work);
        List<String> lines = new ArrayList<>(jvmArguments);
        lines.add("-cp");
        lines.add(String.join(File.pathSeparator, classPath));
        lines.add(Faultline.class.getName());
        lines.addAll(arguments);
        Path file = work.resolve("chaos-arguments.txt");
        return Files.write(file, lines.stream().map(ForkedCommand::quoted).toList())
                .toAbsolutePath();
    }

    /** As the java launcher wants it in an argument file. */
    static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
