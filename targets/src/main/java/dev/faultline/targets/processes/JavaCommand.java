package dev.faultline.targets.processes;

import dev.faultline.targets.runner.NodeMain;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command that starts a node's JVM: small, quick to start, and of the version that runs here. */
final class JavaCommand {
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss256k", "-Xmx64m", "-Xshare:auto", "-XX:-UsePerfData");

    private final List<Path> classPath;

    JavaCommand(Collection<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    /**
     * Starts a node.
     *
     * @param launch the file that tells it what it is
     */
    List<String> command(Path launch) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(NodeMain.class.getName());
        command.add(launch.toString());
        return command;
    }

    /** The same, with the classes from an archive. */
    List<String> quickly(Path launch, Optional<Path> archive) {
        List<String> command = command(launch);
        archive.ifPresent(file -> command.add(1, "-XX:SharedArchiveFile=" + file));
        return command;
    }

    /** The archive of the classes, which is made when there is none yet. */
    Optional<Path> archive(Path launch) {
        return ClassArchive.of(command(launch), classPath);
    }
}
