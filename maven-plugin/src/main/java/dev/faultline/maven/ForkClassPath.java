package dev.faultline.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;

/** The project's test class path, and what it lacks of the plugin's. */
final class ForkClassPath {
    /** Whose versions have to fit each other, and the command line that starts them: the plugin's are taken. */
    private static final Set<String> PLATFORM = Set.of("org.junit.platform", "org.opentest4j");

    /** The specs that come with the kit are no part of the project. */
    private static final String REFERENCE = "reference-impls";

    private ForkClassPath() {}

    /**
     * Puts the two together, without an artifact twice.
     *
     * @param elements the project's test class path
     * @param project the artifacts among them, and the project's own
     * @param plugin the plugin's artifacts
     */
    static List<String> of(List<String> elements, Collection<Artifact> project, Collection<Artifact> plugin) {
        Set<String> left = new LinkedHashSet<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (Artifact artifact : project) {
            if (PLATFORM.contains(artifact.getGroupId())) {
                left.add(path(artifact));
            } else {
                known.put(key(artifact), artifact.getVersion());
            }
        }
        List<String> classPath = new ArrayList<>(elements);
        classPath.removeAll(left);
        for (Artifact artifact : plugin) {
            if (artifact.getFile() != null
                    && !artifact.getArtifactId().equals(REFERENCE)
                    && !known.containsKey(key(artifact))) {
                classPath.add(path(artifact));
            }
        }
        return List.copyOf(new LinkedHashSet<>(classPath));
    }

    private static String key(Artifact artifact) {
        String classifier = artifact.hasClassifier() ? ":" + artifact.getClassifier() : "";
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + classifier;
    }

    private static String path(Artifact artifact) {
        return artifact.getFile() == null ? "" : artifact.getFile().getPath();
    }
}
