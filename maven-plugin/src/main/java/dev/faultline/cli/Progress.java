package dev.faultline.cli;

import dev.faultline.harness.claim.SpecProblem;
import dev.faultline.harness.claim.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Hears from the engine, collects results, and prints a line for each at once. */
final class Progress implements TestExecutionListener {
    private final Terminal terminal;
    private final Results results;
    private final CancellationToken cancellation;
    private final boolean failFast;
    private final Map<String, Path> reports = new HashMap<>();
    private final Map<String, String> running = new LinkedHashMap<>();
    private final long started = System.nanoTime();
    private int total;
    private int done;
    private long seeds;

    Progress(Terminal terminal, Results results, CancellationToken cancellation, boolean failFast) {
        this.terminal = terminal;
        this.results = results;
        this.cancellation = cancellation;
        this.failFast = failFast;
    }

    /** Redraws the line at the bottom. */
    synchronized void tick() {
        String what = running.isEmpty() ? "" : running.values().iterator().next();
        terminal.status(StatusLine.text(done, total, seeds, System.nanoTime() - started, what));
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan plan) {
        total = (int) plan.countTestIdentifiers(TestIdentifier::isTest);
    }

    @Override
    public synchronized void dynamicTestRegistered(TestIdentifier test) {
        if (test.isTest()) {
            total++;
        }
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            running.put(test.getUniqueId(), test.getDisplayName());
        }
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String report = entry.getKeyValuePairs().get("report");
        if (report != null) {
            reports.put(test.getUniqueId(), Path.of(report));
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        if (!cancellation.isCancellationRequested() || reports.containsKey(test.getUniqueId())) {
            finished(test, reason);
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        running.remove(test.getUniqueId());
        if (test.isTest() || result.getStatus() == TestExecutionResult.Status.FAILED) {
            finished(
                    test,
                    result.getThrowable().map(thrown -> words(test, thrown)).orElse("it left no report"));
        }
    }

    /** What is wrong with a spec says where; what went wrong with a run does not. */
    private static String words(TestIdentifier test, Throwable thrown) {
        return thrown instanceof SpecProblem ? thrown.getMessage() : test.getDisplayName() + ": " + thrown.getMessage();
    }

    private void finished(TestIdentifier test, String otherwise) {
        Path report = reports.get(test.getUniqueId());
        done += test.isTest() ? 1 : 0;
        if (report == null) {
            problem(otherwise);
            return;
        }
        try {
            Result result = Result.read(report);
            results.add(result);
            seeds += result.seeds();
            terminal.line(line(result));
            stopAfter(!result.status().isGreen() && result.status() != Status.SKIPPED);
        } catch (IOException unreadable) {
            problem(report + " cannot be read, so its verdict is not known: " + unreadable.getMessage());
        }
    }

    private void problem(String message) {
        results.addProblem(message);
        terminal.line(place() + "NOT USABLE  " + message);
        stopAfter(true);
    }

    private void stopAfter(boolean failure) {
        if (failFast && failure) {
            cancellation.cancel();
        }
    }

    private String place() {
        return String.format("[%" + Integer.toString(total).length() + "d/%d] ", done, total);
    }

    private String line(Result result) {
        String took = result.seeds() == 0 ? "" : Words.seeds(result.seeds()) + "  ";
        return place()
                + String.format(
                        "%-9s  %s  %s  %s%s",
                        Words.of(result.status()),
                        result.system(),
                        Words.cut(result.title(), 80),
                        took,
                        Words.seconds(result.millis()));
    }
}
