package dev.faultline.targets.processes;

import dev.faultline.targets.runner.NodeMain;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The command that starts a node's JVM: small, quick to start, and of the version that runs here. */
record JavaCommand(Collection<Path> classPath) {
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss256k", "-Xmx64m", "-Xshare:auto", "-XX:-UsePerfData");

    /** @param launch the file that tells the node what it is */
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
}
