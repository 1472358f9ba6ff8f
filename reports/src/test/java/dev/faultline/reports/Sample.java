package dev.faultline.reports;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes run directories as the harness does. */
final class Sample {
    static final String SPEC = "org.example.LockSpec";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;

    Sample(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path claimDirectory(String claim) {
        return root.resolve(SPEC).resolve(claim);
    }

    Path bugDirectory(String bug) {
        return root.resolve(SPEC).resolve("@" + bug);
    }

    /** A claim that held, without runs. */
    Sample claim(String name, Consumer<Map<String, Object>> changes) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("kind", "claim");
        claim.put("id", SPEC + "#" + name);
        claim.put("system", "mutex/sample");
        claim.put("spec", SPEC);
        claim.put("claim", name);
        claim.put("title", "the title of " + name);
        claim.put("expectation", "HOLDS");
        claim.put("properties", List.of("mutual-exclusion"));
        claim.put("faults", List.of("delay", "pause"));
        claim.put("cluster", List.of("node×5"));
        claim.put("workload", "5 clients, 77 critical sections");
        claim.put("runtime", "simulation");
        claim.put("status", "HELD");
        claim.put("green", true);
        claim.put("summary", "No violation with 100 seeds.");
        claim.put("seedsPlanned", 100);
        claim.put("seedsRun", 100);
        claim.put("millis", 1234);
        claim.put("decisive", null);
        claim.put("sample", null);
        claim.put("measures", List.of());
        changes.accept(claim);
        return json(claimDirectory(name).resolve("claim.json"), claim);
    }

    /** A claim that seed 7 violates, with the run as found and as shrunk. */
    Sample violatedClaim(String name) {
        claim(name, claim -> {
            claim.put("status", "VIOLATED");
            claim.put("green", false);
            claim.put("summary", "Seed 7 violates mutual-exclusion: n1 and n2 both hold r1.");
            claim.put("seedsRun", 7);
            claim.put("decisive", decisive());
            claim.put("sample", "simulation-7");
        });
        return run(claimDirectory(name).resolve("simulation-7"), 7L)
                .run(claimDirectory(name).resolve("simulation-7-shrunk"), 7L);
    }

    static Map<String, Object> decisive() {
        Map<String, Object> decisive = new LinkedHashMap<>();
        decisive.put("seed", 7);
        decisive.put("property", "mutual-exclusion");
        decisive.put("explanation", "n3 and n4 both hold r1.");
        decisive.put("run", "simulation-7");
        decisive.put("shrunkRun", "simulation-7-shrunk");
        decisive.put("step", 4);
        decisive.put("shrunkExplanation", "n1 and n2 both hold r1.");
        decisive.put("eventsBefore", 97);
        decisive.put("eventsAfter", 3);
        decisive.put("shrinkRuns", 41);
        decisive.put("keep", "faults=0;sessions=1,2");
        decisive.put("replay", "mvn chaos:replay '-Dchaos.claim=" + SPEC + "#x' -Dchaos.seed=7");
        return decisive;
    }

    /** A seeded bug that its witness convicts and no sweep was made for. */
    Sample bug(String name, Consumer<Map<String, Object>> changes) {
        Map<String, Object> witness = new LinkedHashMap<>();
        witness.put("caught", true);
        witness.put("property", "mutual-exclusion");
        witness.put("explanation", "Both n1 and n2 hold r1.");
        witness.put("moves", 14);
        witness.put("correctHeld", true);
        witness.put("correctLeft", "at move 9 n2 sent nothing");
        witness.put("run", "witness");
        Map<String, Object> bug = new LinkedHashMap<>();
        bug.put("kind", "bug");
        bug.put("id", SPEC + "@" + name);
        bug.put("system", "mutex/sample");
        bug.put("spec", SPEC);
        bug.put("bug", name);
        bug.put("description", "A node forgets what it promised.");
        bug.put("runtime", "simulation");
        bug.put("status", "CAUGHT");
        bug.put("green", true);
        bug.put("summary", "The witness shows it.");
        bug.put("millis", 66);
        bug.put("witness", witness);
        bug.put("sweep", null);
        changes.accept(bug);
        return json(bugDirectory(name).resolve("bug.json"), bug)
                .run(bugDirectory(name).resolve("witness"), null);
    }

    /** A run of two nodes in which two processes hold the lock at once. */
    Sample run(Path directory, Long seed) {
        return runFile(directory, seed).history(directory, history()).trace(directory, trace());
    }

    private Sample runFile(Path directory, Long seed) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("property", "mutual-exclusion");
        finding.put("verdict", "INVALID");
        finding.put("explanation", "n1 and n2 both hold r1.");
        finding.put("evidence", List.of(Map.of("index", 3, "f", "acquire"), Map.of("index", 4, "f", "acquire")));
        finding.put("details", Map.of());
        finding.put("step", 4);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("id", SPEC + "#x");
        run.put("runtime", "simulation");
        run.put("seed", seed);
        run.put("keep", null);
        run.put("java", "17.0.1");
        run.put("roles", List.of(Map.of("name", "node", "nodes", List.of("n1", "n2"))));
        run.put("faults", 1);
        run.put("sessions", 2);
        run.put("faultsOverNanos", 30_000_000);
        run.put("endNanos", 100_000_000);
        run.put("steps", 4);
        run.put("delays", List.of(delay("n1", 21), delay("n2", 180), delay("the harness", 60)));
        run.put(
                "messages",
                Map.of("byType", Map.of("Request", 2), "bySender", Map.of(), "byReceiver", Map.of(), "delivered", 5));
        run.put("findings", List.of(finding));
        return json(directory.resolve("run.json"), run);
    }

    private static Map<String, Object> delay(String whose, int millis) {
        return Map.of("whose", whose, "byNanos", millis * 1_000_000, "atNanos", 90_000_000);
    }

    static List<Event> history() {
        return new ArrayList<>(List.of(
                event(0, 1_000_000, EventType.INVOKE, 0, "acquire", "r1"),
                event(1, 2_000_000, EventType.INVOKE, 1, "acquire", "r1"),
                event(2, 10_000_000, EventType.INFO, Event.NEMESIS, "pause", List.of("n2")),
                event(3, 21_000_000, EventType.OK, 0, "acquire", "r1"),
                event(4, 25_000_000, EventType.OK, 1, "acquire", "r1"),
                event(5, 30_000_000, EventType.INFO, Event.NEMESIS, "resumed", List.of("n2")),
                event(6, 40_000_000, EventType.INVOKE, 0, "release", "r1")));
    }

    static Event event(int index, long time, EventType type, int process, String f, Object value) {
        return new Event(index, time, type, process, f, value, null, null);
    }

    Sample history(Path directory, List<Event> events) {
        try {
            Files.createDirectories(directory);
            HistoryFiles.writeEdn(History.of(events), directory.resolve("history.edn"));
            HistoryFiles.writeJsonLines(History.of(events), directory.resolve("history.jsonl"));
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static List<String> trace() {
        return List.of(
                        "{'step':0,'time':0,'kind':'start','node':'n1'}",
                        "{'step':1,'time':0,'kind':'state','node':'n1','what':{'clock':0,'queue':[]}}",
                        "{'step':1,'time':0,'kind':'start','node':'n2'}",
                        "{'step':2,'time':0,'kind':'state','node':'n2','what':{'clock':0,'queue':[]}}",
                        "{'step':3,'time':1500000,'kind':'deliver','node':'n1','peer':'c1','message':1,'what':{'type':'acquire','msg_id':1}}",
                        "{'step':2,'time':1500000,'kind':'send','node':'n1','peer':'n2','message':2,'what':{'type':'lock_request','clock':1}}",
                        "{'step':2,'time':1500000,'kind':'send','node':'n1','peer':'n2','message':3,'what':{'type':'heart_beat'}}",
                        "{'step':2,'time':1500000,'kind':'drop','node':'n2','peer':'n1','message':3,'what':{'type':'heart_beat'}}",
                        "{'step':3,'time':1500000,'kind':'state','node':'n1','what':{'clock':1,'queue':[]}}",
                        "{'step':3,'time':10000000,'kind':'pause','node':'n2'}",
                        "{'step':3,'time':10000000,'kind':'fault','what':['pause',['n2']]}",
                        "{'step':4,'time':20000000,'kind':'deliver','node':'n2','peer':'n1','message':2,'what':{'type':'lock_request','clock':1}}")
                .stream()
                .map(line -> line.replace('\'', '"'))
                .toList();
    }

    Sample trace(Path directory, List<String> lines) {
        return text(directory.resolve("trace.jsonl"), String.join("\n", lines) + "\n");
    }

    Sample json(Path file, Object value) {
        try {
            return text(file, JSON.writeValueAsString(value));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Sample text(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
