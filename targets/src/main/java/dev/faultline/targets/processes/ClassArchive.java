package dev.faultline.targets.processes;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * An archive of the classes that a node's JVM loads (class data sharing, JEP 350), so that nodes boot in half the time. It is made
 * once per class path and Java version, beside the system's temporary files. Class paths with directories cannot have one.
 */
final class ClassArchive {
    private static final long MAKING_SECONDS = 30;

    private ClassArchive() {}

    /**
     * The archive for this command.
     *
     * @param command what starts a node, beginning with the program of Java and its options
     * @param classPath every entry of the command's class path
     * @return empty when there is none and none can be made
     */
    static synchronized Optional<Path> of(List<String> command, List<Path> classPath) {
        if (classPath.stream().anyMatch(entry -> !Files.isRegularFile(entry))) {
            return Optional.empty();
        }
        try {
            Path archive =
                    Path.of(System.getProperty("java.io.tmpdir"), "faultline-" + fingerprint(classPath) + ".jsa");
            if (!Files.isRegularFile(archive)) {
                make(archive, command);
            }
            return Optional.of(archive).filter(Files::isRegularFile);
        } catch (IOException cannotBeWritten) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String fingerprint(List<Path> classPath) throws IOException {
        CRC32C checksum = new CRC32C();
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
        for (Path entry : classPath) {
            text.append(File.pathSeparator)
                    .append(entry)
                    .append(Files.size(entry))
                    .append(Files.getLastModifiedTime(entry));
        }
        checksum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }

    /** Lets a node boot, and archives what it has loaded when its input ends. */
    private static void make(Path archive, List<String> command) throws IOException, InterruptedException {
        Path unfinished = Files.createTempFile("faultline", ".jsa");
        Files.delete(unfinished);
        List<String> archiving = new ArrayList<>(command);
        archiving.add(1, "-XX:ArchiveClassesAtExit=" + unfinished);
        Process node =
                new ProcessBuilder(archiving).redirectError(Redirect.DISCARD).start();
        boolean ended;
        try (var ready = node.inputReader(StandardCharsets.UTF_8)) {
            ready.readLine();
            node.getOutputStream().close();
            ended = node.waitFor(MAKING_SECONDS, TimeUnit.SECONDS);
        } finally {
            node.destroyForcibly();
        }
        if (ended && Files.isRegularFile(unfinished)) {
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
