package dev.faultline.cli;

import dev.faultline.harness.record.RunDirectory;
import dev.faultline.harness.runtime.Interruption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the claims of a selection through the JUnit Platform, and tells what came of it. */
final class Verification {
    /** The platform logs what the listener below tells in its own words. */
    private static final Logger DISCOVERY_LOG =
            Logger.getLogger("org.junit.platform.launcher.core.DiscoveryIssueNotifier");

    private final Terminal terminal;
    private final Selection selection;
    private final Map<String, String> parameters;
    private final Path directory;
    private final CancellationToken cancellation = CancellationToken.create();
    private final Results results = new Results();
    private final Progress progress;

    Verification(
            Terminal terminal, Selection selection, Map<String, String> parameters, Path directory, boolean failFast) {
        this.terminal = terminal;
        this.selection = selection;
        this.parameters = parameters;
        this.directory = directory;
        this.progress = new Progress(terminal, results, cancellation, failFast);
    }

    /**
     * Runs.
     *
     * @param somethingExpected whether it is a mistake when there is nothing to run
     * @return the {@link ExitCode}
     */
    int run(boolean somethingExpected) {
        Launcher launcher = LauncherFactory.create();
        Optional<TestPlan> plan = discover(launcher);
        if (plan.isPresent() && !plan.get().containsTests()) {
            return nothing(somethingExpected);
        }
        Recorded.clear(directory);
        plan.ifPresent(found -> runInterruptibly(launcher, found));
        if (results.isEmpty()) {
            return nothing(somethingExpected);
        }
        new Summary(results).lines().forEach(terminal::line);
        if (plan.isEmpty()) {
            terminal.line("Nothing was run, since every spec that is selected has to be usable.");
        }
        RunDirectory.at(directory).writeJson(Verdict.FILE, Verdict.of(results, directory));
        report();
        return results.exitCode();
    }

    private void runInterruptibly(Launcher launcher, TestPlan plan) {
        Interruption interruption = Interruption.answeredBy(this::interrupted);
        execute(launcher, plan);
        interruption.over();
        terminal.status("");
    }

    /** Renders the report, when something was run that it can tell about. The verdict is on disk by then, whatever happens. */
    private void report() {
        if (!results.all().isEmpty()) {
            terminal.status("rendering the report");
            Path report = Report.render(directory, Report.under(directory));
            terminal.status("");
            terminal.line("Report: " + report);
        }
    }

    private int nothing(boolean somethingExpected) {
        String message = "There are no claims to verify in " + selection.describe()
                + ". Nothing was run. A spec is a class with methods that are annotated with @Claim";
        if (somethingExpected) {
            throw new UserMistake(message + "; check --include, --tags and where you look.");
        }
        terminal.line(message + ".");
        return ExitCode.HELD;
    }

    /** The plan; empty when a spec is not usable, for then the platform runs none. */
    private Optional<TestPlan> discover(Launcher launcher) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.discoveryRequest()
                .selectors(selection.selectors())
                .filters(selection.filters())
                .configurationParameters(parameters)
                .listeners(new Issues())
                .build();
        Level before = DISCOVERY_LOG.getLevel();
        DISCOVERY_LOG.setLevel(Level.OFF);
        try {
            return Optional.of(launcher.discover(request));
        } catch (JUnitException unusable) {
            if (results.problems().isEmpty()) {
                throw new UserMistake(unusable.getMessage());
            }
            return Optional.empty();
        } finally {
            DISCOVERY_LOG.setLevel(before);
        }
    }

    private void execute(Launcher launcher, TestPlan plan) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Verification::daemon);
        ScheduledFuture<?> ticking = clock.scheduleAtFixedRate(progress::tick, 200, 200, TimeUnit.MILLISECONDS);
        try {
            launcher.execute(LauncherExecutionRequestBuilder.executionRequest(plan)
                    .listeners(progress)
                    .cancellationToken(cancellation)
                    .build());
        } finally {
            ticking.cancel(false);
            clock.shutdown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "faultline-status");
        thread.setDaemon(true);
        return thread;
    }

    private void interrupted() {
        cancellation.cancel();
        terminal.status("");
        new Summary(results).lines().forEach(terminal::line);
        terminal.line("Interrupted: the rest was not run.");
    }

    /** What the engine finds wrong with specs before it runs any. */
    private final class Issues implements LauncherDiscoveryListener {
        @Override
        public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
            if (issue.severity() == DiscoveryIssue.Severity.ERROR) {
                results.addProblem(issue.message());
            } else {
                terminal.line(issue.message());
            }
        }
    }
}
