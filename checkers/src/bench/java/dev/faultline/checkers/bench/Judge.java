package dev.faultline.checkers.bench;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.io.HistoryFiles;
import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The program that is measured: {@code once <model> <history>...} prints the verdict, the seconds, the number of operations
 * and the file; {@code warm <model> <history>...} prints the median seconds of a pass over all histories.
 */
final class Judge {
    private static final double NANOS = 1e9;
    private static final double ENOUGH_SECONDS = 4;
    private static final double TOO_MANY_SECONDS = 20;
    private static final int ENOUGH_PASSES = 5;
    private static final int USAGE = 64;

    private Judge() {}

    public static void main(String[] args) throws IOException {
        Checker checker = Linearizability.of(Models.byName(args[1]));
        List<Path> files = Arrays.stream(args).skip(2).map(Path::of).toList();
        try {
            if (args[0].equals("once")) {
                once(checker, files);
            } else {
                warm(checker, files);
            }
        } catch (MalformedHistoryException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    private static void once(Checker checker, List<Path> files) throws IOException {
        for (Path file : files) {
            History history = HistoryFiles.read(file);
            long begin = System.nanoTime();
            Verdict verdict = checker.decide(history, Budget.standard());
            double seconds = since(begin);
            System.out.println(
                    verdict + "\t" + seconds + "\t" + history.operations().size() + "\t" + file);
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.println("heap\t" + (runtime.totalMemory() - runtime.freeMemory()));
    }

    private static void warm(Checker checker, List<Path> files) throws IOException {
        List<History> histories = new ArrayList<>();
        for (Path file : files) {
            histories.add(HistoryFiles.read(file));
        }
        List<Double> passes = new ArrayList<>();
        long begin = System.nanoTime();
        while (since(begin) < TOO_MANY_SECONDS && (passes.size() < ENOUGH_PASSES || since(begin) < ENOUGH_SECONDS)) {
            long pass = System.nanoTime();
            for (History history : histories) {
                checker.decide(history, Budget.standard());
            }
            passes.add(since(pass));
        }
        System.out.println("warm\t" + median(passes.subList(passes.size() / 2, passes.size())));
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / NANOS;
    }
}
