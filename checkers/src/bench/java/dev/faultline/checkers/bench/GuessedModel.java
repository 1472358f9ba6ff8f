package dev.faultline.checkers.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from the first operations of histories what they are histories of. */
final class GuessedModel {
    private static final int LINES = 1_000;
    private static final Pattern OPERATION =
            Pattern.compile("(?:^\\{.*:f |:(?:invoke|ok|fail|info)\\s+):([a-z]+)(?:.*:value (\\[))?");

    private final Set<String> operations = new HashSet<>();
    private boolean keyed;

    private GuessedModel() {}

    /** The model of these histories; empty when not both checkers have one. */
    static Optional<String> of(List<Path> files) throws IOException {
        GuessedModel guessed = new GuessedModel();
        for (Path file : files) {
            guessed.look(file);
        }
        return guessed.model();
    }

    private void look(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                Stream<String> lines = reader.lines()) {
            lines.limit(LINES).map(OPERATION::matcher).filter(Matcher::find).forEach(this::look);
        }
    }

    private void look(Matcher operation) {
        operations.add(operation.group(1));
        keyed |= operation.group(1).equals("write") && operation.group(2) != null;
    }

    private Optional<String> model() {
        if (only("read", "write", "cas")) {
            return Optional.of(keyed ? "kv" : operations.contains("cas") ? "cas-register" : "register");
        }
        if (only("get", "put", "append")) {
            return Optional.of("kv-string");
        }
        if (only("enqueue", "dequeue")) {
            return Optional.of("fifo-queue");
        }
        return only("add", "remove", "contains") ? Optional.of("set") : Optional.empty();
    }

    private boolean only(String... names) {
        return !operations.isEmpty() && Set.of(names).containsAll(operations);
    }
}
