package dev.faultline.targets.stdio;

import dev.faultline.checkers.CheckResult;
import dev.faultline.harness.claim.Status;
import dev.faultline.harness.fault.Fault;
import dev.faultline.harness.fault.Faults;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stdio}: runs a program in any language as a cluster, and judges what it does. */
@Command(
        name = "stdio",
        mixinStandardHelpOptions = true,
        description = {
            "Runs any program that speaks Maelstrom's protocol on its standard input and output as a cluster, under a"
                    + " workload and faults, and judges what it did.",
            "Nodes may ask the services lin-kv, seq-kv, lww-kv and lin-tso."
        })
final class StdioCommand implements Callable<Integer> {
    private static final List<String> FAULTS =
            List.of("partition", "one-way-partition", "restart", "pause", "delay", "loss", "duplication");
    private static final int HELD = 0;
    private static final int VIOLATED = 1;
    private static final int UNKNOWN = 2;
    private static final int MOST_NODES = 25;
    private static final int MOST_RATE = 10_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--workload",
            required = true,
            paramLabel = "NAME",
            completionCandidates = Workloads.Names.class,
            description = "What clients ask: ${COMPLETION-CANDIDATES}.")
    private String workload;

    @Option(names = "--nodes", paramLabel = "N", description = "How many nodes; ${DEFAULT-VALUE}.")
    private int nodes = 5;

    @Option(names = "--time-limit", paramLabel = "SECONDS", description = "How long clients work; ${DEFAULT-VALUE}.")
    private int seconds = 10;

    @Option(names = "--rate", paramLabel = "N", description = "Operations a second, of all clients; ${DEFAULT-VALUE}.")
    private int rate = 50;

    @Option(names = "--concurrency", paramLabel = "N", description = "How many clients; one for each node.")
    private Integer concurrency;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            description = "How long a client waits for an answer; ${DEFAULT-VALUE}.")
    private int timeout = 1000;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Messages between nodes take up to this; ${DEFAULT-VALUE}.")
    private int latency;

    @Option(
            names = "--quiet",
            paramLabel = "MS",
            description = "How long nodes are left alone before they are asked for the last time; ${DEFAULT-VALUE}.")
    private int quiet = 2000;

    @Option(
            names = "--fault",
            split = ",",
            paramLabel = "NAME",
            description =
                    "What happens meanwhile: partition, one-way-partition, restart, pause, delay, loss, duplication.")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Where chance begins; ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--directory", paramLabel = "DIR", description = "Where the run is recorded; ${DEFAULT-VALUE}.")
    private Path directory = Path.of("target", "chaos");

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The program and its arguments, after --.")
    private List<String> command;

    @Override
    public Integer call() {
        Plan plan = plan();
        say("Running " + plan.nodes() + " × " + String.join(" ", command) + " for " + seconds + " s of " + workload
                + (faults.isEmpty() ? "" : " under " + String.join(", ", faults)) + ".");
        long started = System.nanoTime();
        Outcome outcome = ProgramRun.of(plan);
        long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        Status status = new ProgramReport(plan, system(), name(), replay()).write(outcome, millis);
        tell(plan, outcome, status);
        return switch (status) {
            case HELD -> HELD;
            case UNKNOWN -> UNKNOWN;
            default -> VIOLATED;
        };
    }

    private Plan plan() {
        require(nodes >= 1 && nodes <= MOST_NODES, "--nodes is " + nodes + ", and can be 1 to " + MOST_NODES + ".");
        require(
                seconds >= 1 && seconds <= LONGEST.toSeconds(),
                "--time-limit is " + seconds + " s, and can be 1 to " + LONGEST.toSeconds() + ".");
        require(rate >= 1 && rate <= MOST_RATE, "--rate is " + rate + ", and can be 1 to " + MOST_RATE + ".");
        require(
                Workloads.names().contains(workload),
                "There is no workload '" + workload + "'. Use one of: " + String.join(", ", Workloads.names()) + ".");
        int clients = concurrency == null ? nodes : concurrency;
        require(clients >= 1, "--concurrency is " + clients + ", and somebody has to work.");
        require(timeout >= 1 && latency >= 0 && quiet >= 0, "A time is negative.");
        return new Plan(
                workload,
                command,
                nodes,
                Duration.ofSeconds(seconds),
                rate,
                clients,
                Duration.ofMillis(timeout),
                Duration.ofMillis(latency),
                faults.stream().map(this::fault).toList(),
                Duration.ofMillis(quiet),
                seed,
                directory.resolve(system()).resolve(name()).resolve("stdio-" + seed));
    }

    private Fault fault(String name) {
        require(
                FAULTS.contains(name),
                "There is no fault '" + name + "' for programs. Use " + String.join(", ", FAULTS) + ".");
        return Faults.named(name);
    }

    private void require(boolean fine, String otherwise) {
        if (!fine) {
            throw mistake(otherwise);
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String system() {
        return "stdio." + workload;
    }

    /** The program's name, as a directory may have it. */
    private String name() {
        Path program = Path.of(command.get(command.size() - 1)).getFileName();
        return program.toString().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private String replay() {
        List<String> all = spec.commandLine().getParseResult().originalArgs();
        return "java -jar faultline.jar stdio " + String.join(" ", all);
    }

    private void tell(Plan plan, Outcome outcome, Status status) {
        say(status + " after " + outcome.history().operations().size() + " operations, " + outcome.faults()
                + " faults and " + outcome.messages() + " messages between nodes.");
        outcome.results().forEach(this::tell);
        say("Run: " + plan.directory());
        say("Its report: faultline report --directory " + directory);
    }

    private void tell(String property, CheckResult result) {
        String why = result.explanation().isEmpty() ? "" : " " + result.explanation();
        say("  " + property + ": " + result.verdict() + why);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
