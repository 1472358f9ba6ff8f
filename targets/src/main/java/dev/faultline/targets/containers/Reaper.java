package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import dev.faultline.targets.processes.ClassPath;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Removes the containers of a JVM when that ends, in whatever way: a process whose standard input is held open by the JVM. It does
 * not listen to Ctrl-C, which is meant for the JVM and reaches both.
 */
public final class Reaper {
    /** Testcontainers would look for images of its own before it did anything, and the reaper must not wait for a registry. */
    private static final Map<String, String> WITHOUT_IMAGES =
            Map.of("TESTCONTAINERS_RYUK_DISABLED", "true", "TESTCONTAINERS_HOST_OVERRIDE", "localhost");

    private Reaper() {}

    /** Starts the reaper of this JVM. */
    static void watch(String id) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = ClassPath.of(Reaper.class.getClassLoader()).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        try {
            ProcessBuilder reaper = new ProcessBuilder(
                            "sh",
                            "-c",
                            "trap '' INT TERM HUP; exec \"$@\"",
                            "sh",
                            java,
                            "-Xrs",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx64m",
                            "-cp",
                            classPath,
                            Reaper.class.getName(),
                            id)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD);
            reaper.environment().putAll(WITHOUT_IMAGES);
            reaper.start();
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "There is no program 'sh' on the PATH, so nobody would remove the containers if this program were"
                            + " killed. Nothing was run. Use a POSIX system.",
                    cause);
        }
    }

    /**
     * Waits until the input ends, and removes what carries the label.
     *
     * @param arguments the label's value
     */
    public static void main(String[] arguments) throws IOException {
        DockerClient docker = Docker.client();
        while (System.in.read() >= 0) {
            // Nobody has anything to say here.
        }
        Place.clear(docker, arguments[0]);
        Runtime.getRuntime().halt(0);
    }
}
