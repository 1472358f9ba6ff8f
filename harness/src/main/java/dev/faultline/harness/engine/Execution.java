package dev.faultline.harness.engine;

import dev.faultline.harness.claim.BugReport;
import dev.faultline.harness.claim.BugRunner;
import dev.faultline.harness.claim.ClaimReport;
import dev.faultline.harness.claim.ClaimRunner;
import dev.faultline.harness.claim.Settings;
import dev.faultline.harness.claim.Status;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Runs a tree of specs, one claim after the other: each of them uses all processors by itself. Where runs take real time, and
 * mostly wait, several claims go on side by side.
 */
final class Execution {
    private final TestDescriptor root;
    private final EngineExecutionListener listener;
    private final CancellationToken cancellation;
    private final Settings settings;
    private final ClaimRunner claims;
    private final BugRunner bugs;
    private final SideBySide together;

    Execution(ExecutionRequest request, Settings settings) {
        this.root = request.getRootTestDescriptor();
        this.listener = request.getEngineExecutionListener();
        this.cancellation = request.getCancellationToken();
        this.settings = settings;
        this.claims = new ClaimRunner(settings);
        this.bugs = new BugRunner(settings);
        this.together = new SideBySide(settings.parallelism());
    }

    void run() {
        runAll(root.getChildren());
    }

    private void runAll(Collection<? extends TestDescriptor> descriptors) {
        if (claims.repeatsRuns()) {
            descriptors.forEach(this::run);
        } else {
            together.run(descriptors, this::runInTurn);
        }
    }

    private void runInTurn(TestDescriptor descriptor) {
        if (descriptor.isContainer()) {
            run(descriptor);
        } else {
            together.inTurn(() -> run(descriptor));
        }
    }

    private void run(TestDescriptor descriptor) {
        if (cancellation.isCancellationRequested()) {
            listener.executionSkipped(descriptor, "Execution cancelled");
        } else if (descriptor instanceof ClaimDescriptor claim && isSkipped(claim)) {
            listener.executionSkipped(descriptor, report(claim).summary());
        } else {
            listener.executionStarted(descriptor);
            listener.executionFinished(descriptor, Failures.resultOf(() -> result(descriptor)));
        }
    }

    /** Claims that cannot be asked for their scenario are run all the same, and fail. */
    private boolean isSkipped(ClaimDescriptor claim) {
        try {
            return claims.skips(claim.spec(), claim.method());
        } catch (RuntimeException problem) {
            return false;
        }
    }

    private TestExecutionResult result(TestDescriptor descriptor) {
        if (descriptor instanceof ClaimDescriptor claim) {
            ClaimReport report = report(claim);
            return result(report.green(), () -> Failures.of(report, file(claim)));
        }
        if (descriptor instanceof BugDescriptor bug) {
            BugReport report = report(bug);
            return result(report.green(), () -> Failures.of(report, file(bug)));
        }
        if (descriptor instanceof BugsDescriptor provider) {
            provider.bugs().forEach(bug -> register(bug, provider));
        }
        runAll(descriptor.getChildren());
        return TestExecutionResult.successful();
    }

    private static TestExecutionResult result(boolean green, Supplier<ClaimFailed> failure) {
        return green ? TestExecutionResult.successful() : TestExecutionResult.failed(failure.get());
    }

    private void register(BugDescriptor bug, BugsDescriptor provider) {
        provider.addChild(bug);
        listener.dynamicTestRegistered(bug);
    }

    private ClaimReport report(ClaimDescriptor claim) {
        ClaimReport report = claims.run(claim.spec(), claim.method());
        Map<String, String> entry = entry(report.status(), report.system(), report.summary(), report.millis());
        entry.put("seeds", Long.toString(report.seedsRun()));
        publish(claim, entry, file(claim));
        return report;
    }

    private BugReport report(BugDescriptor bug) {
        BugReport report = bugs.run(bug.spec(), bug.bug());
        Map<String, String> entry = entry(report.status(), report.system(), report.summary(), report.millis());
        if (report.sweep() != null) {
            entry.put("seeds", Long.toString(report.sweep().seeds()));
        }
        publish(bug, entry, file(bug));
        return report;
    }

    private static Map<String, String> entry(Status status, String system, String summary, long millis) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("status", status.name());
        entry.put("system", system);
        entry.put("summary", summary);
        entry.put("millis", Long.toString(millis));
        return entry;
    }

    private void publish(TestDescriptor descriptor, Map<String, String> entry, Path file) {
        entry.put("report", file.toString());
        listener.reportingEntryPublished(descriptor, ReportEntry.from(entry));
        listener.fileEntryPublished(descriptor, FileEntry.from(file, "application/json"));
    }

    private Path file(ClaimDescriptor claim) {
        return settings.report(claim.spec().id(claim.method())).toAbsolutePath();
    }

    private Path file(BugDescriptor bug) {
        return settings.report(bug.id()).toAbsolutePath();
    }
}
