package dev.faultline.harness.claim;

import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.harness.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * does not depend on them: it is the smallest seed that violates.
 */
final class Sweep {
    private final LongFunction<Trial> trials;
    private final List<Measure> measures;
    private final long first;
    private final long last;
    private final AtomicLong next;
    private final AtomicLong violating = new AtomicLong(Long.MAX_VALUE);
    private final TreeMap<Long, Summary> summaries = new TreeMap<>();

    /** What is remembered of a run; its history is not, so that many seeds fit into little memory. */
    private record Summary(Optional<Finding> violation, Optional<Finding> unknown, List<Optional<Double>> figures) {}

    /**
     * What the sweep found.
     *
     * @param seeds how many seeds count: up to the violating one, or all
     * @param violation the smallest violating seed with its violation
     * @param unknown the smallest seed that no checker could decide
     * @param figures per measure of the scenario, the figures of the seeds that had one
     */
    record Result(long seeds, Optional<Found> violation, Optional<Found> unknown, List<List<Double>> figures) {}

    record Found(long seed, Finding finding) {}

    private Sweep(LongFunction<Trial> trials, List<Measure> measures, long first, long last) {
        this.trials = trials;
        this.measures = measures;
        this.first = first;
        this.last = last;
        this.next = new AtomicLong(first);
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
        for (long seed = next.getAndIncrement(); seed <= last; seed = next.getAndIncrement()) {
            if (seed > violating.get() || Thread.currentThread().isInterrupted()) {
                return;
            }
            tryOut(seed);
        }
    }

    private void tryOut(long seed) {
        Trial trial = trials.apply(seed);
        List<Optional<Double>> figures = measures.stream()
                .map(measure -> boxed(measure.figure().apply(trial.run())))
                .toList();
        Summary summary = new Summary(trial.violation(), trial.unknown(), figures);
        if (trial.violation().isPresent()) {
            violating.accumulateAndGet(seed, Math::min);
        }
        synchronized (summaries) {
            summaries.put(seed, summary);
        }
    }

    private static Optional<Double> boxed(OptionalDouble figure) {
        return figure.isPresent() ? Optional.of(figure.getAsDouble()) : Optional.empty();
    }

    private Result result() {
        long end = Math.min(last, violating.get());
        TreeMap<Long, Summary> counted = new TreeMap<>(summaries.headMap(end, true));
        List<List<Double>> figures = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            int measure = i;
            figures.add(counted.values().stream()
                    .flatMap(summary -> summary.figures().get(measure).stream())
                    .toList());
        }
        return new Result(
                end - first + 1,
                first(counted, Summary::violation),
                first(counted, Summary::unknown),
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
