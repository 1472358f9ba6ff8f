package dev.faultline.reports;

import dev.faultline.checkers.history.Operation;
import dev.faultline.reports.RunFile.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run as a page shows it.
 *
 * @param anchor names the run within the page
 * @param problems what could not be read
 * @param java the version of the Java platform, or empty
 * @param timeline nothing when there is no history
 * @param charts nothing when the page does not show them here
 * @param story nothing when the page does not tell it here, or when there is no trace
 */
record RunView(
        String anchor,
        String name,
        List<RunRoot.Damage> problems,
        String java,
        List<Fact> facts,
        List<Judgement> findings,
        Optional<Timeline> timeline,
        Optional<Charts> charts,
        Optional<Told> story,
        List<Site.Link> files) {

    /** A name and what belongs to it. */
    record Fact(String name, String value) {}

    /** What the run said about a property. */
    record Judgement(String property, String verdict, String style, String explanation, String details) {}

    /** The diagram of a trace and its steps. */
    record Told(SpaceTime diagram, List<Story.Step> steps) {}

    /** What a page wants to show of a run. */
    enum Show {
        /** Timeline and charts. */
        COURSE,
        /** Timeline, charts, and how the run began. */
        BEGINNING,
        /** Timeline, and the steps that led to the violation. */
        COUNTEREXAMPLE
    }

    /**
     * Reads a run and arranges it.
     *
     * @param parent the directory of its claim or bug
     * @param name the run's directory within it
     */
    static RunView of(Path parent, String name, String anchor, Show show, Site site) {
        RecordedRun run = RecordedRun.read(parent, name);
        Optional<Charts> charts = show == Show.COUNTEREXAMPLE
                ? Optional.empty()
                : run.history().map(history -> Charts.of(history, run.end()));
        return new RunView(
                anchor,
                name,
                run.problems(),
                run.run().map(RunFile::java).orElse(""),
                run.run().map(RunView::facts).orElse(List.of()),
                run.run().map(RunView::judgements).orElse(List.of()),
                run.history().map(history -> Timeline.of(history, run.end(), run.evidence())),
                charts,
                show == Show.COURSE || run.trace().isEmpty() ? Optional.empty() : Optional.of(told(run, anchor, show)),
                run.directory()
                        .map(found -> site.copyRun(found, Site.name(parent)))
                        .orElse(List.of()));
    }

    private static Told told(RecordedRun run, String anchor, Show show) {
        Window window = show == Show.BEGINNING
                ? Window.beginning(run.trace())
                : Window.endingAt(run.trace(), endOfEvidence(run));
        List<String> nodes = run.run().stream()
                .flatMap(file -> file.roles().stream())
                .flatMap(role -> role.nodes().stream())
                .toList();
        return new Told(
                SpaceTimeLayout.draw(window, nodes, anchor, run.decisiveStep()),
                Story.of(window, anchor, run.decisiveStep(), run.history(), run.evidence()));
    }

    /**
     * What happens after the last event of the evidence no longer matters. Everything does when there is none, or when the
     * evidence is an operation that never completes.
     */
    private static long endOfEvidence(RecordedRun run) {
        Set<Integer> evidence = run.evidence();
        return run.history().stream()
                .flatMap(history -> history.operations().stream())
                .filter(operation -> Timeline.shows(operation, evidence))
                .mapToLong(Operation::completedAt)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    private static List<Fact> facts(RunFile run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("seed", run.seed() == null ? "none: a script" : run.seed() + ""));
        if (run.seed() != null) {
            facts.add(new Fact(
                    "schedule",
                    Wording.count(run.faults(), "fault") + ", " + Wording.count(run.sessions(), "session")));
        }
        run.roles().forEach(role -> facts.add(new Fact(role.name(), String.join(" ", role.nodes()))));
        facts.add(new Fact("length", Wording.millis(run.endNanos()) + ", " + Wording.count(run.steps(), "step")));
        facts.add(new Fact("messages", messages(run.messages())));
        run.delays().stream()
                .max(Comparator.comparingLong(RunFile.Delay::byNanos))
                .ifPresent(longest -> facts.add(new Fact("longest delay", delay(longest))));
        return facts;
    }

    private static String delay(RunFile.Delay delay) {
        return Wording.millis(delay.byNanos()) + ", of " + delay.whose() + ", at " + Wording.millis(delay.atNanos())
                + ": the machine did not keep up";
    }

    private static String messages(RunFile.Messages messages) {
        Map<String, Long> byType = messages.byType() == null ? Map.of() : messages.byType();
        long total = byType.values().stream().mapToLong(Long::longValue).sum();
        List<String> types = byType.entrySet().stream()
                .map(type -> type.getValue() + " " + type.getKey())
                .toList();
        return total + " between nodes" + (types.isEmpty() ? "" : " (" + String.join(", ", types) + ")");
    }

    private static List<Judgement> judgements(RunFile run) {
        return run.findings().stream().map(RunView::judgement).toList();
    }

    private static Judgement judgement(Finding finding) {
        String style =
                switch (finding.verdict()) {
                    case "VALID" -> "green";
                    case "INVALID" -> "red";
                    default -> "open";
                };
        String word =
                switch (finding.verdict()) {
                    case "VALID" -> "kept";
                    case "INVALID" -> "violated";
                    default -> "undecided";
                };
        String details = finding.details().isEmpty() ? "" : JsonFiles.text(finding.details());
        return new Judgement(finding.property(), word, style, finding.explanation(), details);
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    /** The problems, with the claim or bug that they belong to. */
    List<RunRoot.Damage> damagedUnder(Path parent) {
        return problems.stream()
                .map(problem -> new RunRoot.Damage(
                        parent.getParent().getFileName() + "/" + parent.getFileName() + "/" + problem.file(),
                        problem.problem()))
                .toList();
    }
}
