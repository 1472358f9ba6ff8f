package dev.faultline.checkers.bench;

import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what to compare. */
final class Subjects {
    private static final String EXPECTED = "EXPECTED.tsv";

    private Subjects() {}

    /** Makes the history of a recipe, in this directory. */
    static Subject made(Recipe recipe, Path directory) throws IOException {
        Path file = directory.resolve(recipe.fileName());
        HistoryFiles.writeEdn(Histories.of(recipe), file);
        Verdict expected = recipe.broken() ? Verdict.INVALID : Verdict.VALID;
        return new Subject(recipe.fileName(), recipe.model(), List.of(file), Map.of(file, expected));
    }

    /**
     * What is at a path: a history, a directory of histories, or a directory with the verdicts that are expected, in lines
     * {@code <file><tab><verdict>} of a file {@code EXPECTED.tsv}; of the last kind the totals are compared.
     *
     * @throws IllegalArgumentException when there is no such file or directory
     */
    static List<Subject> at(Path path) throws IOException {
        if (Files.isRegularFile(path.resolve(EXPECTED))) {
            Map<Path, Verdict> expected = expected(path);
            String name = path.getFileName() + "/ (" + expected.size() + " files)";
            return subject(name, List.copyOf(expected.keySet()), expected).stream()
                    .toList();
        }
        List<Subject> subjects = new ArrayList<>();
        for (Path file : files(path)) {
            subject(file.getFileName().toString(), List.of(file), Map.of()).ifPresent(subjects::add);
        }
        return subjects;
    }

    private static Optional<Subject> subject(String name, List<Path> files, Map<Path, Verdict> expected)
            throws IOException {
        Optional<String> model = GuessedModel.of(files);
        if (model.isEmpty()) {
            System.err.println(name + ": left out, these are not histories that both can judge");
        }
        return model.map(found -> new Subject(name, found, files, expected));
    }

    private static Map<Path, Verdict> expected(Path directory) throws IOException {
        Map<Path, Verdict> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(directory.resolve(EXPECTED))) {
            String[] columns = line.split("\t", -1);
            expected.put(directory.resolve(columns[0]), Verdict.valueOf(columns[1]));
        }
        return expected;
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("There is no " + path
                    + ", so nothing can be compared. Name files or directories in -Dbench.histories.");
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
