package dev.faultline.targets.containers;

import com.github.dockerjava.api.command.BuildImageResultCallback;
import dev.faultline.targets.live.TemporaryDirectory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The image of nodes: a Java runtime, the class path of this JVM, and the node runner as its entry point. */
final class NodeImage {
    private static final String LIB = "/faultline/lib/";
    private static final Map<List<Path>, String> BUILT = new ConcurrentHashMap<>();

    private NodeImage() {}

    /** The image's id. It is built once per class path, from {@code faultline.image.base} or eclipse-temurin:17-jre. */
    static String of(Collection<Path> classPath) {
        return BUILT.computeIfAbsent(List.copyOf(classPath), NodeImage::build);
    }

    private static String build(List<Path> classPath) {
        try (TemporaryDirectory context = TemporaryDirectory.named("faultline-image")) {
            List<String> entries =
                    copy(classPath, Files.createDirectories(context.path().resolve("lib")));
            Path dockerfile = context.path().resolve("Dockerfile");
            try (InputStream in = NodeImage.class.getResourceAsStream("Dockerfile")) {
                Files.copy(in, dockerfile);
            }
            var command = Docker.client()
                    .buildImageCmd(dockerfile.toFile())
                    .withBaseDirectory(context.path().toFile())
                    .withTags(Set.of("faultline/node:latest"))
                    .withBuildArg("CLASS_PATH", String.join(":", entries));
            String base = System.getProperty("faultline.image.base");
            if (base != null) {
                command.withBuildArg("BASE_IMAGE", base);
            }
            return command.exec(new BuildImageResultCallback()).awaitImageId();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Copies what is there, and answers where it is in the image. */
    private static List<String> copy(List<Path> classPath, Path lib) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Path entry : classPath) {
            if (Files.exists(entry)) {
                String name = entries.size() + "-" + entry.getFileName();
                copyTree(entry, lib.resolve(name));
                entries.add(LIB + name);
            }
        }
        return entries;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString().replace(File.separatorChar, '/'));
                Files.copy(each, target);
            }
        }
    }
}
