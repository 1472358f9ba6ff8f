package dev.faultline.harness.claim;

import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.harness.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Tries a scenario with one seed after another until a run violates a property. Several threads share the seeds, yet the result
 * does not depend on them: it is the smallest seed that violates. A seed whose run shows nothing because the machine did not keep up
 * is replaced by another one behind the last, up to {@value #SPARE} times.
 */
final class Sweep {
    private static final int SPARE = 3;

    private final LongFunction<Trial> trials;
    private final List<Measure> measures;
    private final long first;
    private final long wanted;
    private long last;
    private long next;
    private final AtomicLong violating = new AtomicLong(Long.MAX_VALUE);
    private final TreeMap<Long, Summary> summaries = new TreeMap<>();

    /** What is remembered of a run; its history is not, so that many seeds fit into little memory. */
    private record Summary(
            Optional<Finding> violation, Optional<Finding> unknown, boolean counts, List<Optional<Double>> figures) {
        static Summary of(Trial trial, List<Measure> measures) {
            List<Optional<Double>> figures = measures.stream()
                    .map(measure -> boxed(measure.figure().apply(trial.run())))
                    .toList();
            boolean counts = trial.violation().isPresent() || !trial.isExcused();
            return new Summary(trial.violation(), trial.unknown(), counts, figures);
        }
    }

    /**
     * What the sweep found.
     *
     * @param seeds how many seeds count: up to the violating one, or all
     * @param excused how many more were tried of which none counts, because the machine did not keep up
     * @param sample the smallest seed that counts
     * @param violation the smallest violating seed with its violation
     * @param unknown the smallest seed that no checker could decide
     * @param figures per measure of the scenario, the figures of the seeds that had one
     */
    record Result(
            long seeds,
            long excused,
            long sample,
            Optional<Found> violation,
            Optional<Found> unknown,
            List<List<Double>> figures) {}

    record Found(long seed, Finding finding) {}

    private Sweep(LongFunction<Trial> trials, List<Measure> measures, long first, long last) {
        this.trials = trials;
        this.measures = measures;
        this.first = first;
        this.wanted = last - first + 1;
        this.last = last;
        this.next = first;
    }

    /** Tries the seeds from {@code first} to {@code last}. */
    static Result over(long first, long last, NodeRuntime runtime, Scenario scenario, int parallelism) {
        LongFunction<Trial> trials = seed -> Trial.of(runtime, scenario.plan(seed), scenario.properties(), Trace.NONE);
        return over(first, last, trials, scenario.measures(), parallelism);
    }

    /** Tries the seeds from {@code first} to {@code last} in a way of the caller's. */
    static Result over(long first, long last, LongFunction<Trial> trials, List<Measure> measures, int parallelism) {
        Sweep sweep = new Sweep(trials, measures, first, last);
        sweep.run((int) Math.min(parallelism, last - first + 1));
        return sweep.result();
    }

    private void run(int parallelism) {
        if (parallelism == 1) {
            work();
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(parallelism, Sweep::thread);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < parallelism; i++) {
                workers.add(threads.submit(this::work));
            }
            for (Future<?> worker : workers) {
                await(worker);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "faultline-sweep");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sweep was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void work() {
        for (OptionalLong seed = take(); seed.isPresent(); seed = take()) {
            if (seed.getAsLong() > violating.get() || Thread.currentThread().isInterrupted()) {
                return;
            }
            tryOut(seed.getAsLong());
        }
    }

    private synchronized OptionalLong take() {
        return next <= last ? OptionalLong.of(next++) : OptionalLong.empty();
    }

    private synchronized void replaceOne() {
        last = Math.min(last + 1, first + wanted - 1 + SPARE);
    }

    private void tryOut(long seed) {
        Trial trial = trials.apply(seed);
        Summary summary = Summary.of(trial, measures);
        if (summary.violation().isPresent()) {
            violating.accumulateAndGet(seed, Math::min);
        }
        if (!summary.counts()) {
            replaceOne();
        }
        synchronized (summaries) {
            summaries.put(seed, summary);
        }
    }

    private static Optional<Double> boxed(OptionalDouble figure) {
        return figure.isPresent() ? Optional.of(figure.getAsDouble()) : Optional.empty();
    }

    private Result result() {
        NavigableMap<Long, Summary> tried = summaries.headMap(Math.min(last, violating.get()), true);
        TreeMap<Long, Summary> counted = new TreeMap<>(tried);
        counted.values().removeIf(summary -> !summary.counts());
        Optional<Found> violation = first(counted, Summary::violation);
        boolean enough = violation.isPresent() || counted.size() >= wanted;
        List<List<Double>> figures = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            int measure = i;
            figures.add(counted.values().stream()
                    .flatMap(summary -> summary.figures().get(measure).stream())
                    .toList());
        }
        return new Result(
                counted.size(),
                tried.size() - counted.size(),
                counted.isEmpty() ? first : counted.firstKey(),
                violation,
                first(enough ? counted : tried, Summary::unknown),
                List.copyOf(figures));
    }

    private static Optional<Found> first(Map<Long, Summary> counted, Function<Summary, Optional<Finding>> part) {
        return counted.entrySet().stream()
                .filter(entry -> part.apply(entry.getValue()).isPresent())
                .findFirst()
                .map(entry ->
                        new Found(entry.getKey(), part.apply(entry.getValue()).orElseThrow()));
    }
}
