package dev.faultline.targets.stdio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a program is called where its runs are recorded. */
final class RunName {
    private static final int LONGEST = 80;

    private RunName() {}

    /**
     * The words of a command from the first file that is there, such as {@code gossip.py-retry} for {@code python3 gossip.py retry},
     * and the faults.
     */
    static String of(List<String> command, List<String> faults) {
        List<String> words = new ArrayList<>();
        for (String word : command.subList(firstFile(command), command.size())) {
            words.add(String.valueOf(Path.of(word).getFileName()));
        }
        String name = String.join("-", words).replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "_");
        String cut = name.substring(0, Math.min(LONGEST, name.length()));
        return faults.isEmpty() ? cut : cut + "-under-" + String.join("-", faults);
    }

    private static int firstFile(List<String> command) {
        for (int i = 0; i < command.size(); i++) {
            if (Files.isRegularFile(Path.of(command.get(i)))) {
                return i;
            }
        }
        return 0;
    }
}
