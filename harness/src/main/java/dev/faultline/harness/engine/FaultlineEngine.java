package dev.faultline.harness.engine;

import dev.faultline.harness.claim.Settings;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Runs the claims and seeded bugs of specs on the JUnit Platform. Its tree is {@code [engine:faultline]/[spec:class]} with
 * {@code [claim:method]} and {@code [bugs:method]/[bug:name]} below it; the bugs register themselves when their provider runs.
 *
 * <p>Configuration parameters are those of {@link Settings} and {@code faultline.include}, a glob that a system, a spec, a
 * claim or a seeded bug has to match.
 */
public final class FaultlineEngine implements TestEngine {
    /** The engine's id. */
    public static final String ID = "faultline";

    private static final EngineDiscoveryRequestResolver<EngineDescriptor> DISCOVERY =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(Specs::isSpec)
                    .addSelectorResolver(context -> new SpecResolver(new Specs(
                            context.getClassNameFilter(),
                            Include.from(context.getDiscoveryRequest().getConfigurationParameters()),
                            new SpecIssues(context.getIssueReporter()))))
                    .addTestDescriptorVisitor(
                            context -> descriptor -> selectAll(descriptor, context.getDiscoveryRequest()))
                    .build();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor engine = new EngineDescriptor(id, "Faultline");
        DISCOVERY.resolve(request, engine);
        return engine;
    }

    /** The platform resolves no unique id twice, so that of a provider is not asked for after that of one of its bugs. */
    private static void selectAll(TestDescriptor descriptor, EngineDiscoveryRequest request) {
        if (descriptor instanceof BugsDescriptor bugs
                && request.getSelectorsByType(UniqueIdSelector.class).stream()
                        .anyMatch(selector -> selector.getUniqueId().equals(bugs.getUniqueId()))) {
            bugs.selectAll();
        }
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor engine = request.getRootTestDescriptor();
        request.getEngineExecutionListener().executionStarted(engine);
        request.getEngineExecutionListener().executionFinished(engine, Failures.resultOf(() -> run(request)));
    }

    /** Without specs nothing is read, so that a mistake in the settings does not trouble projects that have none. */
    private static TestExecutionResult run(ExecutionRequest request) {
        if (!request.getRootTestDescriptor().getChildren().isEmpty()) {
            Settings settings = Settings.from(request.getConfigurationParameters()::get);
            new Execution(request, settings).run();
        }
        return TestExecutionResult.successful();
    }
}
