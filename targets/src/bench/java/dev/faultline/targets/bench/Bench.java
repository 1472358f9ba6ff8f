package dev.faultline.targets.bench;

import dev.faultline.targets.proxy.EmbeddedToxiproxy;
import dev.faultline.targets.proxy.ToxiproxyProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Measures the embedded Toxiproxy and the real one in one run, and prints one table of both. */
final class Bench {
    private static final int USAGE = 64;
    private static final String PROGRAM = "faultline.toxiproxy";
    private static final List<Integer> CONNECTIONS = List.of(1, 50);

    private Bench() {}

    /** The system property {@code bench.rounds} says how often everything is measured. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            System.err.println(
                    "toxiproxy-server is neither on the PATH nor where the system property faultline.toxiproxy"
                            + " says, so there is nothing to compare with. Install it, or pass -Dfaultline.toxiproxy=/path/to/it.");
            System.exit(USAGE);
        }
        compare(program.get(), Integer.getInteger("bench.rounds"));
    }

    /** Maven passes the property on as empty when nobody has set it. */
    private static Optional<Path> program() {
        if (System.getProperty(PROGRAM, "").isBlank()) {
            System.clearProperty(PROGRAM);
        }
        return ToxiproxyProgram.find();
    }

    private static void compare(Path program, int rounds) throws IOException, InterruptedException {
        AtomicLong pid = new AtomicLong();
        try (Pump pump = new Pump();
                PingPong pingPong = new PingPong();
                EmbeddedProcess embedded = EmbeddedProcess.start();
                EmbeddedToxiproxy inside = EmbeddedToxiproxy.start();
                ToxiproxyProgram real = ToxiproxyProgram.start(program, pid::set)) {
            List<Way> ways = List.of(
                    Way.straight("direct", pump, pingPong),
                    Way.through("embedded", embedded.client(), Optional.of(embedded.handle()), pump, pingPong),
                    Way.through("real", real.client(), ProcessHandle.of(pid.get()), pump, pingPong),
                    Way.through("embedded, this JVM", inside.client(), Optional.empty(), pump, pingPong));
            Results results = new Comparison(ways, pump, pingPong).measure(rounds, CONNECTIONS);
            System.out.println("Java " + Runtime.version() + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors, " + inside.describe() + " against "
                    + real.describe() + ", " + rounds + " rounds: median (least–most).");
            System.out.print(results.table(ways.stream().map(Way::name).toList(), "embedded", "real"));
        }
    }
}
