package dev.faultline.cli;

import dev.faultline.harness.claim.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has come out so far. Safe for use by several threads, since an interrupted run is told about by another one. */
final class Results {
    private final List<Result> finished = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    synchronized void add(Result result) {
        finished.add(result);
    }

    /** Something that kept claims from being run, in the words for the user. */
    synchronized void addProblem(String message) {
        if (!problems.contains(message)) {
            problems.add(message);
        }
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    synchronized List<Result> all() {
        return List.copyOf(finished);
    }

    List<Result.OfClaim> claims() {
        return all().stream()
                .filter(Result.OfClaim.class::isInstance)
                .map(Result.OfClaim.class::cast)
                .toList();
    }

    List<Result.OfBug> bugs() {
        return all().stream()
                .filter(Result.OfBug.class::isInstance)
                .map(Result.OfBug.class::cast)
                .toList();
    }

    /** What did not come out as claimed; skipped ones are no failures, and no successes either. */
    List<Failure> failures() {
        return all().stream()
                .filter(result -> !result.status().isGreen() && result.status() != Status.SKIPPED)
                .map(Failure::of)
                .toList();
    }

    synchronized boolean isEmpty() {
        return finished.isEmpty() && problems.isEmpty();
    }

    Map<Status, Integer> totals() {
        Map<Status, Integer> totals = new EnumMap<>(Status.class);
        all().forEach(result -> totals.merge(result.status(), 1, Integer::sum));
        return totals;
    }

    /** See {@link ExitCode}. When everything was skipped, nothing was decided. */
    int exitCode() {
        Map<Status, Integer> totals = totals();
        boolean red = totals.containsKey(Status.VIOLATED)
                || totals.containsKey(Status.NOT_SHOWN)
                || totals.containsKey(Status.SURVIVED)
                || !problems().isEmpty();
        boolean undecided =
                totals.containsKey(Status.UNKNOWN) || (totals.size() == 1 && totals.containsKey(Status.SKIPPED));
        return red ? ExitCode.VIOLATED : undecided ? ExitCode.UNKNOWN : ExitCode.HELD;
    }
}
