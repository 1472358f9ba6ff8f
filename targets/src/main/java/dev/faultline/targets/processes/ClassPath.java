package dev.faultline.targets.processes;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything that a node's class may need, as this JVM found it. */
public final class ClassPath {
    private ClassPath() {}

    /** Directories and jars: the entries of the class loaders from this one up, then those of the JVM. */
    public static Set<Path> of(ClassLoader loader) {
        Set<Path> entries = new LinkedHashSet<>();
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            if (each instanceof URLClassLoader urls) {
                Arrays.stream(urls.getURLs()).map(ClassPath::path).forEach(entries::add);
            }
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry).toAbsolutePath());
        }
        return entries;
    }

    private static Path path(URL url) {
        try {
            return Path.of(new URI(url.getProtocol(), url.getPath(), null));
        } catch (URISyntaxException cause) {
            throw new IllegalArgumentException(
                    url
                            + " is no file or directory, so no other JVM could load a node from it. Put the classes on disk.",
                    cause);
        }
    }
}
