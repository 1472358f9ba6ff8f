package dev.faultline.checkers.bench;

import dev.faultline.checkers.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges the same histories with this module and with Porcupine, and prints one table of both. */
final class PorcupineComparison {
    private final Table table = new Table(
            "history",
            "ops",
            "ours",
            "cold check",
            "warm check",
            "process",
            "peak heap",
            "peak RSS",
            "Porcupine",
            "check",
            "process",
            "peak RSS",
            "check: Porcupine / ours warm",
            "process: Porcupine / ours");
    private final List<String> disagreements = new ArrayList<>();
    private final Ours ours;
    private final Optional<Porcupine> porcupine;

    private PorcupineComparison(Path scratch, Optional<Porcupine> porcupine) {
        this.ours = new Ours(scratch);
        this.porcupine = porcupine;
    }

    /**
     * Compares on made histories of this size, and on these files and directories.
     *
     * @return whether no verdict differed from another, or from what was expected
     */
    static boolean run(Path module, String size, List<Path> given) throws IOException, InterruptedException {
        Path scratch = Files.createDirectories(module.resolve(Path.of("target", "bench")));
        Path sources = module.resolve(Path.of("src", "bench", "go"));
        Optional<Porcupine> porcupine = Porcupine.build(sources, scratch);
        PorcupineComparison comparison = new PorcupineComparison(scratch, porcupine);
        for (Recipe recipe : Recipe.ofSize(size)) {
            comparison.compare(Subjects.made(recipe, scratch));
        }
        for (Path path : given) {
            for (Subject subject : Subjects.at(path)) {
                comparison.compare(subject);
            }
        }
        return comparison.report();
    }

    private boolean report() throws IOException {
        String other = porcupine.isPresent()
                ? "Porcupine " + porcupine.get().version() + " for at most 60 s and 6 GB"
                : "without Porcupine";
        System.out.println("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                + " processors; ours with -Xmx2g, " + other + ".");
        System.out.println(table);
        disagreements.forEach(System.out::println);
        return disagreements.isEmpty();
    }

    private void compare(Subject subject) throws IOException, InterruptedException {
        System.err.println(subject.name() + ": ours");
        Ours.Result mine = ours.judge(subject);
        Optional<Judged> theirs = Optional.empty();
        if (porcupine.isPresent()) {
            System.err.println(subject.name() + ": Porcupine");
            theirs = Optional.of(porcupine.get().judge(subject));
        }
        List<String> row = new ArrayList<>(left(subject, mine));
        row.addAll(theirs.map(judged -> right(subject, mine, judged)).orElse(Collections.nCopies(6, "-")));
        table.add(row);
        for (Path file : subject.files()) {
            compare(file, subject, mine.once(), theirs);
        }
    }

    private void compare(Path file, Subject subject, Judged mine, Optional<Judged> theirs) {
        Map<String, Verdict> given = new TreeMap<>();
        put(given, "ours", mine.verdicts().get(file));
        put(given, "Porcupine", theirs.map(judged -> judged.verdicts().get(file)).orElse(null));
        put(given, "expected", subject.expected().get(file));
        if (given.values().stream().distinct().count() > 1) {
            disagreements.add("DISAGREEMENT " + file + ": " + given);
        }
    }

    private static void put(Map<String, Verdict> given, String by, Verdict verdict) {
        if (verdict != null && verdict != Verdict.UNKNOWN) {
            given.put(by, verdict);
        }
    }

    private static List<String> left(Subject subject, Ours.Result mine) {
        Judged once = mine.once();
        return List.of(
                subject.name(),
                Long.toString(mine.operations()),
                verdict(once),
                Table.seconds(once.checkSeconds()),
                Table.seconds(mine.warmSeconds()),
                Table.seconds(once.wholeSeconds()),
                Table.bytes(mine.peakHeap()),
                Table.bytes(once.peakBytes()));
    }

    private static List<String> right(Subject subject, Ours.Result mine, Judged theirs) {
        boolean complete = theirs.isComplete(subject.files().size());
        double whole = mine.once().isComplete(subject.files().size()) ? mine.once().wholeSeconds() : Double.NaN;
        double check = complete ? theirs.checkSeconds() : theirs.wholeSeconds();
        return List.of(
                verdict(theirs),
                complete ? Table.seconds(check) : "-",
                Table.seconds(theirs.wholeSeconds()),
                Table.bytes(theirs.peakBytes()),
                ratio(check / mine.warmSeconds(), complete),
                ratio(theirs.wholeSeconds() / whole, complete));
    }

    /** When Porcupine has not answered, the time until it was stopped is a lower bound. */
    private static String ratio(double ratio, boolean complete) {
        if (Double.isNaN(ratio)) {
            return "-";
        }
        return (complete ? "" : "> ") + String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
    }

    private static String verdict(Judged judged) {
        Map<Verdict, Integer> counts = new TreeMap<>();
        judged.verdicts().values().forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((verdict, count) ->
                words.add(judged.verdicts().size() == 1 ? verdict.name() : count + " " + verdict));
        judged.stopped().ifPresent(words::add);
        return String.join(", ", words);
    }
}
