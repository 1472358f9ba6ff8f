package dev.faultline.checkers.bench;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.model.Models;
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
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to decide whether a history in memory is linearizable. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class CheckBenchmark {
    private static final int CLIENTS = 10;

    /** A kind of history that {@link Recipe} knows. */
    @Param({"register", "cas", "queue", "kv"})
    public String kind;

    /** How many operations the history has. */
    @Param({"10000", "100000"})
    public int operations;

    private Checker checker;
    private History history;

    /** Makes the history. */
    @Setup
    public void makeHistory() {
        Recipe recipe = new Recipe(kind, operations, CLIENTS, false);
        checker = Linearizability.of(Models.byName(recipe.model()));
        history = Histories.of(recipe);
    }

    /** The verdict alone. */
    @Benchmark
    public Verdict decide() {
        return checker.decide(history, Budget.standard());
    }
}
