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

    /** Starts a node that will be told over its standard input what it is. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(NodeMain.class.getName());
        return command;
    }

    /** The same, with the classes from an archive. */
    List<String> quickly(Optional<Path> archive) {
        List<String> command = command();
        archive.ifPresent(file -> command.add(1, "-XX:SharedArchiveFile=" + file));
        return command;
    }

    /** The archive of the classes, which is made when there is none yet with a node that is launched like this. */
    Optional<Path> archive(Path launch) {
        List<String> command = command();
        command.add(launch.toString());
        return ClassArchive.of(command, classPath);
    }
}
