package dev.faultline.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that replays, written so that it can be pasted into a shell where this program was started. */
final class ReplayTemplate {
    private ReplayTemplate() {}

    /**
     * The command with {@code {claim}}, {@code {seed}} and {@code {keep}} still in it.
     *
     * @param options those of this command that the replay needs as well: names and values in turn
     */
    static String of(List<String> options) {
        List<String> words = new ArrayList<>(program());
        words.addAll(List.of("replay", "--claim", "'{claim}'", "--seed", "{seed}", "--keep", "'{keep}'"));
        options.forEach(option -> words.add(quoted(option)));
        return String.join(" ", words);
    }

    private static List<String> program() {
        Path place = place();
        return place.toString().endsWith(".jar")
                ? List.of("java", "-jar", quoted(relative(place)))
                : List.of("java", "-cp", quoted(System.getProperty("java.class.path")), Faultline.class.getName());
    }

    private static Path place() {
        try {
            return Path.of(Faultline.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static String relative(Path jar) {
        Path here = Path.of("").toAbsolutePath();
        return jar.startsWith(here) ? here.relativize(jar).toString() : jar.toString();
    }

    static String quoted(String word) {
        return word.matches("[\\w./:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
