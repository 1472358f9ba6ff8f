package dev.faultline.checkers.bench;

import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.bench.Watched.Ended;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one checker made of the histories of a subject.
 *
 * @param verdicts the verdicts it gave
 * @param checkSeconds how long it judged, without reading
 * @param wholeSeconds from the start of its process to the end
 * @param peakBytes the most memory of the process
 * @param stopped why verdicts are missing
 */
record Judged(
        Map<Path, Verdict> verdicts,
        double checkSeconds,
        double wholeSeconds,
        long peakBytes,
        Optional<String> stopped) {
    private static final double NANOS = 1e9;

    /** Reads lines {@code <verdict><tab><seconds>...<tab><file>}; other lines are passed over. */
    static Judged of(Ended ended) {
        Map<Path, Verdict> verdicts = new LinkedHashMap<>();
        double seconds = 0;
        for (String line : ended.lines()) {
            List<String> columns = List.of(line.split("\t", -1));
            if (columns.size() >= 3) {
                verdicts.put(Path.of(columns.get(columns.size() - 1)), Verdict.valueOf(columns.get(0)));
                seconds += Double.parseDouble(columns.get(1));
            }
        }
        return new Judged(verdicts, seconds, ended.nanos() / NANOS, ended.peakBytes(), ended.stopped());
    }

    /** Whether each of so many files got a verdict. */
    boolean isComplete(int files) {
        return stopped.isEmpty()
                && verdicts.size() == files
                && !verdicts.containsValue(Verdict.UNKNOWN);
    }
}
