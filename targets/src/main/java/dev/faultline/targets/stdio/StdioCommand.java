package dev.faultline.targets.stdio;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.transaction.Level;
import dev.faultline.harness.claim.Status;
import dev.faultline.harness.fault.Faults;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
        customSynopsis = "faultline stdio --workload NAME [OPTIONS] -- COMMAND...",
        description = {
            "Runs any program that speaks Maelstrom's protocol on its standard input and output as a cluster, under a"
                    + " workload and faults, and judges what it did.",
            "Nodes may ask the services lin-kv, seq-kv, lww-kv and lin-tso.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  stdio --workload echo -- python3 echo.py",
            "  stdio --workload broadcast --fault partition,loss -- ./gossip --retry",
            "  stdio --workload lin-kv --nodes 3 --fault restart -- java -jar store.jar",
            "  stdio --workload kafka --rate 500 --time-limit 60 -- node log.js",
            "  stdio --workload txn-rw-register --isolation read-committed -- ./store",
            "",
            "Exit codes: 0 everything held, 1 something was violated, 2 something could not be decided, 64 wrong usage or a"
                    + " program that cannot be run as a node, 130 interrupted."
        })
final class StdioCommand implements Callable<Integer> {
    private static final int HELD = 0;
    private static final int VIOLATED = 1;
    private static final int UNKNOWN = 2;
    private static final String TRANSACTIONS = "txn-";

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
            description = "Messages between nodes, and to services, take up to this; ${DEFAULT-VALUE}.")
    private int latency;

    @Option(
            names = "--fault",
            split = ",",
            paramLabel = "NAME",
            description =
                    "What happens meanwhile: partition, one-way-partition, restart, pause, delay, loss, duplication.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            description = "How long nodes may take to agree when all faults are over; ${DEFAULT-VALUE}.")
    private int settle = 10;

    @Option(
            names = "--isolation",
            paramLabel = "LEVEL",
            description = "What transactions owe, such as read-committed; strict-serializable.")
    private String isolation;

    @Option(names = "--seed", paramLabel = "N", description = "Where chance begins; ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--directory", paramLabel = "DIR", description = "Where the run is recorded; ${DEFAULT-VALUE}.")
    private Path directory = Path.of("target", "chaos");

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The program and its arguments, after --.")
    private List<String> command;

    @Override
    public Integer call() {
        Plan plan = plan();
        say("Running " + plan.describe() + ".");
        long started = System.nanoTime();
        Outcome outcome = ProgramRun.of(plan, this::say);
        long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        Status status = new ProgramReport(plan, system(), name(), again("stdio", arguments())).write(outcome, millis);
        tell(plan, outcome, status);
        return switch (status) {
            case HELD -> HELD;
            case UNKNOWN -> UNKNOWN;
            default -> VIOLATED;
        };
    }

    private Plan plan() {
        require(Workloads.names(), workload, "workload %s");
        faults.forEach(fault -> require(ProgramFaults.NAMES, fault, "fault %s for programs"));
        require("--nodes", nodes, 1, 25);
        require("--time-limit", seconds, 1, 3600);
        require("--rate", rate, 1, 10_000);
        int clients = concurrency == null ? nodes : concurrency;
        require("--concurrency", clients, 1, 1000);
        require("--timeout", timeout, 1, 60_000);
        require("--latency", latency, 0, 60_000);
        require("--settle", settle, 0, 600);
        return new Plan(
                workload,
                level(),
                command,
                nodes,
                Duration.ofSeconds(seconds),
                rate,
                clients,
                Duration.ofMillis(timeout),
                Duration.ofMillis(latency),
                faults.stream().map(Faults::named).toList(),
                Duration.ofSeconds(settle),
                seed,
                directory.resolve(system()).resolve(name()).resolve("stdio-" + seed));
    }

    private Level level() {
        if (isolation == null) {
            return Level.STRICT_SERIALIZABLE;
        }
        if (!workload.startsWith(TRANSACTIONS)) {
            throw mistake("--isolation is about transactions, and " + workload + " has none. Leave it out, or use the"
                    + " workload txn-list-append or txn-rw-register.");
        }
        require(Level.ids(), isolation, "isolation level %s");
        return Level.byId(isolation);
    }

    private void require(Collection<String> known, String name, String what) {
        if (!known.contains(name)) {
            throw mistake("There is no " + what.formatted("'" + name + "'") + ". Use one of: "
                    + String.join(", ", known) + ".");
        }
    }

    private void require(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw mistake(option + " is " + number + ", and can be " + least + " to " + most + ".");
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String system() {
        return "stdio." + workload;
    }

    private String name() {
        return RunName.of(command, faults);
    }

    private List<String> arguments() {
        List<String> all = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        return all.subList(all.indexOf("stdio") + 1, all.size());
    }

    /** A command line of this program, as it can be pasted into a shell where this one was. */
    private static String again(String subcommand, List<String> arguments) {
        String classPath = System.getProperty("java.class.path", "");
        String jar = classPath.endsWith(".jar") && Path.of(classPath).toFile().isFile() ? classPath : "faultline.jar";
        List<String> words = new ArrayList<>(List.of("java", "-jar", jar, subcommand));
        words.addAll(arguments);
        return Words.command(words);
    }

    private void tell(Plan plan, Outcome outcome, Status status) {
        say(status + " after " + outcome.history().operations().size() + " operations, " + outcome.faults()
                + " faults and " + outcome.messages().total() + " messages.");
        outcome.results().forEach(this::tell);
        if (outcome.faults() == 0 && !faults.isEmpty()) {
            say("  No fault has struck: there was no time, or no node that could be spared.");
        }
        say("Run: " + plan.directory());
        say("Report: " + again("report", List.of("--directory", directory.toString())));
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
