package dev.faultline.checkers.bench;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to read a history in EDN. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ReadBenchmark {
    private static final int CLIENTS = 10;

    /** How many operations the history has. */
    @Param({"10000", "100000"})
    public int operations;

    private Path file;

    /** Writes the history. */
    @Setup
    public void writeHistory() throws IOException {
        file = Files.createTempFile("history", ".edn");
        HistoryFiles.writeEdn(Histories.of(new Recipe("kv", operations, CLIENTS, false)), file);
    }

    /** Deletes the history. */
    @TearDown
    public void deleteHistory() throws IOException {
        Files.delete(file);
    }

    /** From the file to paired operations. */
    @Benchmark
    public History readEdn() throws IOException {
        return HistoryFiles.read(file);
    }
}
