package dev.faultline.checkers.bench;

import dev.faultline.checkers.bench.Watched.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This module's checkers, in a Java process with 2 GB of heap. */
final class Ours {
    private static final Duration TIME = Duration.ofMinutes(3);
    private static final Pattern USED_BEFORE = Pattern.compile(" (\\d+)M->");
    private static final long MEGA = 1 << 20;

    private final Path scratch;

    Ours(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * What a process made of the histories.
     *
     * @param once started, read, judged once, ended
     * @param operations how many the histories have
     * @param peakHeap the most bytes in use just before a collection or at the end, garbage included
     * @param warmSeconds how long another process judged, once it had done so before
     */
    record Result(Judged once, long operations, long peakHeap, double warmSeconds) {}

    Result judge(Subject subject) throws IOException, InterruptedException {
        Ended once = run(subject, "once");
        Judged judged = Judged.of(once);
        long operations = 0;
        for (String line : once.lines()) {
            String[] columns = line.split("\t", -1);
            operations += columns.length == 4 ? Long.parseLong(columns[2]) : 0;
        }
        long heap = peakHeap(once);
        double warm = Double.NaN;
        if (judged.isComplete(subject.files().size())) {
            warm = number(run(subject, "warm"), "warm");
        }
        return new Result(judged, operations, heap, warm);
    }

    private Ended run(Subject subject, String how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + collections() + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                Judge.class.getName(),
                how,
                subject.model()));
        subject.files().forEach(file -> command.add(file.toString()));
        return Watched.run(command, scratch, TIME, Long.MAX_VALUE);
    }

    private Path collections() {
        return scratch.resolve("collections.txt");
    }

    private long peakHeap(Ended once) throws IOException {
        long peak = (long) number(once, "heap");
        for (String line : Files.readAllLines(collections())) {
            Matcher used = USED_BEFORE.matcher(line);
            peak = Math.max(peak, used.find() ? Long.parseLong(used.group(1)) * MEGA : 0);
        }
        return peak;
    }

    private static double number(Ended ended, String name) {
        return ended.lines().stream()
                .filter(line -> line.startsWith(name + "\t"))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
