package dev.faultline.cli;

import dev.faultline.harness.claim.Settings;
import dev.faultline.harness.runtime.Runtimes;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code verify}: tries to refute claims. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        description = "Tries to refute the claims of specs; those that come with the kit, unless others are given.",
        footer = {
            "",
            "Exit codes: 0 everything came out as claimed, 1 something did not, 2 something could not be decided,"
                    + " 64 wrong usage."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--class-path", paramLabel = "PATH", description = "Where the specs and what they need are.")
    private String classPath = "";

    @Option(names = "--scan", arity = "1..*", paramLabel = "DIR", description = "Directories to look for specs in.")
    private List<Path> scan = List.of();

    @Option(names = "--spec", arity = "1..*", paramLabel = "CLASS", description = "Spec classes.")
    private List<String> specs = List.of();

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "Only what matches: a system, a spec's class, a claim's id or a seeded bug's name.")
    private String include;

    @Option(
            names = "--tags",
            paramLabel = "TAGS",
            description = "Only claims with these tags: a tag expression of JUnit's.")
    private String tags;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds each claim is tried with; 100.")
    private String seeds;

    @Option(names = "--seed", paramLabel = "S", description = "The one seed to try instead.")
    private Long seed;

    @Option(names = "--runtime", paramLabel = "NAME", description = "Where the nodes run; simulation.")
    private String runtime;

    @Option(names = "--directory", paramLabel = "DIR", description = "Where the runs are recorded; target/chaos.")
    private Path directory = ReportCommand.DIRECTORY;

    @Option(names = "--parallelism", paramLabel = "N", description = "How many runs go on at once; the processors.")
    private String parallelism;

    @Option(names = "--fail-fast", description = "Stop at the first failure.")
    private boolean failFast;

    @Option(names = "--keep-all", description = "Record every seed, not only those that matter.")
    private boolean keepAll;

    @Option(names = "--no-bugs", description = "Leave the seeded bugs out.")
    private boolean noBugs;

    @Option(names = "--replay-command", hidden = true, description = "The command to print for replays.")
    private String replay;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> parameters = parameters();
        Settings settings = Settings.from(name -> Optional.ofNullable(parameters.get(name)));
        Runtimes.named(settings.runtime());
        List<Path> places = new ArrayList<>(scan);
        places.addAll(Specs.entries(classPath));
        Selection selection = new Selection(Specs.open(places), scan, specs, Optional.ofNullable(tags), noBugs);
        boolean narrowed = include != null || tags != null;
        return new Verification(
                        terminal,
                        selection,
                        parameters,
                        directory.toAbsolutePath().normalize(),
                        failFast)
                .run(narrowed || scan.isEmpty());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "faultline.seeds", seeds);
        put(parameters, "faultline.seed", seed);
        put(parameters, "faultline.runtime", runtime);
        put(parameters, "faultline.directory", directory.toAbsolutePath().normalize());
        put(parameters, "faultline.parallelism", parallelism);
        put(parameters, "faultline.include", include);
        put(parameters, "faultline.keepAll", keepAll);
        put(parameters, "faultline.replay", replay == null ? ReplayTemplate.of(sharedOptions()) : replay);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** What a replay has to be told as well. */
    private List<String> sharedOptions() {
        List<String> options = new ArrayList<>();
        List<String> places = new ArrayList<>(scan.stream().map(Path::toString).toList());
        places.addAll(Specs.entries(classPath).stream().map(Path::toString).toList());
        if (!places.isEmpty()) {
            options.addAll(List.of("--class-path", String.join(File.pathSeparator, places)));
        }
        if (runtime != null) {
            options.addAll(List.of("--runtime", runtime));
        }
        if (!directory.equals(ReportCommand.DIRECTORY)) {
            options.addAll(List.of("--directory", directory.toString()));
        }
        return options;
    }
}
