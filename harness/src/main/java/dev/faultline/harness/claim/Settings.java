package dev.faultline.harness.claim;

import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.scenario.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How claims are run.
 *
 * @param seeds how many seeds a claim is tried with, from 1; empty for as many as the runtime takes by itself
 * @param seed the one seed to replay instead
 * @param keep which events of the replayed schedule to keep; see {@link Reduction}
 * @param runtime the runtime's name
 * @param directory where run directories go
 * @param parallelism how many runs go on at once
 * @param keepAll whether to keep the run directory of every seed, not only of those that matter
 * @param shrinking the longest time to spend on shrinking one schedule
 * @param replay the command that replays, with {@code {claim}}, {@code {seed}} and {@code {keep}} in it
 */
public record Settings(
        OptionalInt seeds,
        OptionalLong seed,
        Optional<String> keep,
        String runtime,
        Path directory,
        int parallelism,
        boolean keepAll,
        Duration shrinking,
        String replay) {

    private static final String REPLAY =
            "mvn chaos:replay '-Dchaos.claim={claim}' -Dchaos.seed={seed} '-Dchaos.keep={keep}'";

    /** How many seeds the sweep for a seeded bug may take. */
    static final int BUG_SEEDS = 200;

    /**
     * Reads {@code faultline.seeds} (100 in the simulation, fewer elsewhere), {@code faultline.seed}, {@code faultline.keep}, {@code faultline.runtime}
     * (simulation), {@code faultline.directory} (target/chaos), {@code faultline.parallelism} (the processors),
     * {@code faultline.keepAll} (false), {@code faultline.shrinkSeconds} (10) and {@code faultline.replay}.
     *
     * @throws IllegalArgumentException for a value that is not of its kind
     */
    public static Settings from(Function<String, Optional<String>> parameters) {
        Parameters read = new Parameters(parameters);
        Optional<Long> seed = read.seed("faultline.seed");
        Optional<String> keep = parameters.apply("faultline.keep").filter(part -> !part.isBlank());
        if (keep.isPresent() && seed.isEmpty()) {
            throw new IllegalArgumentException("faultline.keep is given without faultline.seed, and names parts of the"
                    + " schedule of one seed. Nothing was run. Copy the whole replay command from the report.");
        }
        return new Settings(
                parameters.apply("faultline.seeds").isPresent()
                        ? OptionalInt.of(read.positive("faultline.seeds", 100))
                        : OptionalInt.empty(),
                seed.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                keep,
                parameters.apply("faultline.runtime").orElse("simulation"),
                Path.of(parameters.apply("faultline.directory").orElse("target/chaos")),
                read.positive("faultline.parallelism", Runtime.getRuntime().availableProcessors()),
                read.flag("faultline.keepAll"),
                Duration.ofSeconds(read.positive("faultline.shrinkSeconds", 10)),
                parameters.apply("faultline.replay").orElse(REPLAY));
    }

    /** How many seeds a claim of this kind is tried with in this runtime. */
    int seeds(NodeRuntime runtime, Expectation expectation) {
        return seeds.orElseGet(() -> runtime.seeds(expectation));
    }

    /** How many seeds of one claim are tried at once: where runs take real time, claims go on side by side instead. */
    int parallelism(NodeRuntime runtime) {
        return runtime.repeatsRuns() ? parallelism : 1;
    }

    /** The command that runs a schedule again; without {@code keep}, the whole one. */
    String replayCommand(ClaimId id, long seed, String keep) {
        String kept = keep == null ? "" : keep;
        return replay.replace("{claim}", id.toString())
                .replace("{seed}", Long.toString(seed))
                .replace("{keep}", kept);
    }

    /** The directory of a claim or of a seeded bug. */
    public Path directory(ClaimId id) {
        String name = id.claim().orElse("") + id.bug().map(bug -> "@" + bug).orElse("");
        return directory.resolve(id.spec()).resolve(name);
    }

    /** The report of a claim or of a seeded bug; that of a replay is a file of its own, so that it hides no other. */
    public Path report(ClaimId id) {
        if (id.claim().isEmpty()) {
            return directory(id).resolve("bug.json");
        }
        return directory(id).resolve(isReplay() ? "replay.json" : "claim.json");
    }

    /** Whether one seed is replayed rather than many tried. */
    public boolean isReplay() {
        return seed.isPresent();
    }
}
