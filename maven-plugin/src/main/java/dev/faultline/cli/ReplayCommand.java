package dev.faultline.cli;

import dev.faultline.harness.claim.ClaimId;
import dev.faultline.harness.claim.Replay;
import dev.faultline.harness.claim.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code replay}: runs one schedule again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        description = "Runs the schedule of one seed again, or the witness of a seeded bug.")
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--claim",
            required = true,
            paramLabel = "ID",
            description = "package.Spec#claim, package.Spec#claim@bug, or package.Spec@bug for a witness.")
    private String claim;

    @Option(names = "--seed", paramLabel = "N", description = "The seed; a witness needs none.")
    private Long seed;

    @Option(
            names = "--keep",
            paramLabel = "KEEP",
            description = "Which part of the seed's schedule to keep; all of it.")
    private String keep;

    @Option(names = "--class-path", paramLabel = "PATH", description = "Where the spec and what it needs are.")
    private String classPath = "";

    @Option(names = "--runtime", paramLabel = "NAME", description = "Where the nodes run; simulation.")
    private String runtime;

    @Option(names = "--directory", paramLabel = "DIR", description = "Where the run is recorded; target/chaos.")
    private Path directory = ReportCommand.DIRECTORY;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ClaimId id = ClaimId.parse(claim);
        if (seed == null && id.claim().isPresent()) {
            throw new UserMistake(
                    "The seed is missing, and a claim's schedule follows from its seed. Nothing was run. Copy"
                            + " the whole replay command from the report, or add --seed.");
        }
        Map<String, String> parameters = parameters();
        Settings settings = Settings.from(name -> Optional.ofNullable(parameters.get(name)));
        ClassLoader loader = Specs.open(Specs.entries(classPath));
        Replay.Outcome outcome = Replay.of(id, Specs.named(id.spec(), loader), settings);
        tell(id, outcome);
        return switch (outcome.verdict()) {
            case VALID -> ExitCode.HELD;
            case INVALID -> ExitCode.VIOLATED;
            case UNKNOWN -> ExitCode.UNKNOWN;
        };
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "faultline.directory", directory.toAbsolutePath().normalize().toString());
        Optional.ofNullable(seed).ifPresent(number -> parameters.put("faultline.seed", number.toString()));
        Optional.ofNullable(keep).ifPresent(part -> parameters.put("faultline.keep", part));
        Optional.ofNullable(runtime).ifPresent(name -> parameters.put("faultline.runtime", name));
        return parameters;
    }

    private void tell(ClaimId id, Replay.Outcome outcome) {
        terminal.line(id + ": " + outcome.summary());
        terminal.line("  property  " + outcome.property());
        outcome.step().ifPresent(step -> terminal.line("  step      " + step));
        terminal.line("  run       " + outcome.run());
    }
}
