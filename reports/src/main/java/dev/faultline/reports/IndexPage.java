package dev.faultline.reports;

import dev.faultline.reports.RunRoot.Damage;
import dev.faultline.reports.RunRoot.Filed;
import dev.faultline.reports.RunView.Fact;
import dev.faultline.reports.Status.Tone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first page: what was run, what needs attention, and the conformance matrix.
 *
 * @param sentences the totals in words
 * @param attention what did not come out as claimed, the worst first
 * @param rows a row per system, those that need attention first
 */
record IndexPage(
        String base,
        List<Fact> facts,
        List<String> sentences,
        List<Entry> attention,
        List<Row> rows,
        List<Damage> damaged) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A claim or a seeded bug. */
    record Entry(
            Result result,
            String href,
            String text,
            String expectation,
            long seeds,
            boolean isSwept,
            Instant written,
            List<String> javas) {

        static Entry of(Filed<ClaimFile> claim, ClaimPage page) {
            return new Entry(
                    claim.report(),
                    "claims/" + Site.name(claim.directory()) + ".html",
                    claim.report().title(),
                    claim.report().expectation().toLowerCase(Locale.ROOT),
                    claim.report().seedsPlanned(),
                    false,
                    claim.written(),
                    page.runs().map(RunView::java).toList());
        }

        static Entry of(Filed<BugFile> bug, BugPage page) {
            BugFile.Sweep sweep = bug.report().sweep();
            return new Entry(
                    bug.report(),
                    "bugs/" + Site.name(bug.directory()) + ".html",
                    bug.report().bug(),
                    "",
                    0,
                    sweep != null && sweep.caught(),
                    bug.written(),
                    page.runs().map(RunView::java).toList());
        }

        Status status() {
            return result.status();
        }

        boolean isBug() {
            return result instanceof BugFile;
        }

        String what() {
            return result.system() + (isBug() ? ": seeded bug " : ": ") + text;
        }
    }

    /** A system with its claims and its seeded bugs. */
    record Row(String system, List<Entry> claims, List<Entry> bugs, String asClaimed, String caught, String time) {
        static Row of(String system, List<Entry> entries) {
            List<Entry> claims =
                    entries.stream().filter(entry -> !entry.isBug()).toList();
            List<Entry> bugs = entries.stream().filter(Entry::isBug).toList();
            return new Row(
                    system,
                    claims,
                    bugs,
                    green(claims) + "/" + claims.size(),
                    bugs.isEmpty() ? "none" : green(bugs) + "/" + bugs.size(),
                    Wording.wallTime(millis(entries)));
        }

        /** The tone of the worst thing in it. */
        Tone tone() {
            return Stream.concat(claims.stream(), bugs.stream())
                    .map(entry -> entry.status().tone())
                    .min(Comparator.naturalOrder())
                    .orElse(Tone.GREEN);
        }
    }

    boolean hasAttention() {
        return !attention.isEmpty();
    }

    boolean hasDamage() {
        return !damaged.isEmpty();
    }

    List<Status> legend() {
        return List.of(Status.values());
    }

    static IndexPage of(List<Entry> entries, List<Damage> damaged) {
        List<Entry> worstFirst =
                entries.stream().sorted(Comparator.comparing(Entry::status)).toList();
        Map<String, List<Entry>> systems = new LinkedHashMap<>();
        entries.stream()
                .map(entry -> entry.result().system())
                .sorted()
                .forEach(system -> systems.put(system, new ArrayList<>()));
        worstFirst.forEach(entry -> systems.get(entry.result().system()).add(entry));
        List<Row> rows = systems.entrySet().stream()
                .map(system -> Row.of(system.getKey(), system.getValue()))
                .sorted(Comparator.comparing(Row::tone))
                .toList();
        List<Entry> attention = worstFirst.stream()
                .filter(entry -> entry.status().tone() != Tone.GREEN)
                .toList();
        return new IndexPage("", facts(entries), sentences(entries), attention, rows, damaged);
    }

    private static List<Fact> facts(List<Entry> entries) {
        List<Fact> facts = new ArrayList<>();
        if (entries.isEmpty()) {
            return facts;
        }
        facts.add(new Fact(
                "runtime", distinct(entries.stream().map(entry -> entry.result().runtime()))));
        facts.add(new Fact(
                "seeds per claim",
                distinct(entries.stream().filter(entry -> !entry.isBug()).map(entry -> entry.seeds() + ""))));
        facts.add(new Fact("Java", distinct(entries.stream().flatMap(entry -> entry.javas().stream()))));
        facts.add(new Fact("written", when(entries)));
        facts.add(new Fact("total time", Wording.wallTime(millis(entries))));
        return facts;
    }

    private static String distinct(Stream<String> values) {
        String all = values.filter(value -> !value.isEmpty()).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "unknown" : all;
    }

    /** The files do not say when they were written, so the file system has to. */
    private static String when(List<Entry> entries) {
        List<Instant> times = entries.stream().map(Entry::written).sorted().toList();
        String first = MINUTE.format(times.get(0));
        String last = MINUTE.format(times.get(times.size() - 1));
        return first.equals(last) ? first : first + " to " + last;
    }

    private static List<String> sentences(List<Entry> entries) {
        List<Entry> claims = entries.stream().filter(entry -> !entry.isBug()).toList();
        List<Entry> bugs = entries.stream().filter(Entry::isBug).toList();
        List<String> sentences = new ArrayList<>();
        if (!claims.isEmpty()) {
            sentences.add(green(claims) + " of " + Wording.count(claims.size(), "claim") + " came out as claimed: "
                    + byStatus(claims) + ".");
        }
        if (!bugs.isEmpty()) {
            long swept = bugs.stream().filter(Entry::isSwept).count();
            sentences.add(green(bugs) + " of " + Wording.count(bugs.size(), "seeded bug")
                    + " caught; random sweeps find " + swept + " of them.");
        }
        return sentences;
    }

    private static String byStatus(List<Entry> entries) {
        List<String> parts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count =
                    entries.stream().filter(entry -> entry.status() == status).count();
            if (count > 0) {
                parts.add(count + " " + status.word());
            }
        }
        return String.join(", ", parts);
    }

    private static long green(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.status().tone() == Tone.GREEN)
                .count();
    }

    private static long millis(List<Entry> entries) {
        return entries.stream().mapToLong(entry -> entry.result().millis()).sum();
    }
}
