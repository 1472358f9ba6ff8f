package dev.faultline.targets.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many open files, how many sockets among them, and how many threads of ours and Netty's some processes have, as Linux tells it.
 * Jars do not count: they are opened whenever a class is first needed.
 *
 * @param counts by what is counted
 */
record Census(Map<String, Integer> counts) {
    private static final Path PROCESSES = Path.of("/proc");

    /** Whether this system can be asked. */
    static boolean isPossible() {
        return Files.isDirectory(PROCESSES.resolve("self").resolve("fd"));
    }

    /**
     * Counts now.
     *
     * @param processes their ids, by what they are called in the result
     */
    static Census of(Map<String, Long> processes) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<String, Long> process : processes.entrySet()) {
            Path about = PROCESSES.resolve(process.getValue().toString());
            List<String> files = list(about.resolve("fd")).stream()
                    .map(Census::target)
                    .filter(file -> !file.endsWith(".jar"))
                    .toList();
            List<String> sockets =
                    files.stream().filter(file -> file.startsWith("socket:")).toList();
            List<String> threads = list(about.resolve("task")).stream()
                    .map(Census::name)
                    .filter(name -> name.startsWith("faultline") || name.startsWith("globalEvent"))
                    .toList();
            counts.put(process.getKey() + " files", files.size());
            counts.put(process.getKey() + " sockets", sockets.size());
            counts.put(process.getKey() + " threads", threads.size());
        }
        return new Census(counts);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "closed";
        }
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException endedMeanwhile) {
            return "ended";
        }
    }

    /** Whether there is no more of anything than there was then. */
    boolean isWithin(Census then) {
        return counts.entrySet().stream()
                .allMatch(count -> count.getValue() <= then.counts().get(count.getKey()));
    }
}
