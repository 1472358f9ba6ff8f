package dev.faultline.harness.engine;

import dev.faultline.harness.claim.ClaimId;
import dev.faultline.harness.claim.Spec;
import dev.faultline.harness.scenario.SeededBug;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A seeded bug in the tree. */
final class BugDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "bug";

    private final Spec spec;
    private final SeededBug bug;

    BugDescriptor(BugsDescriptor provider, SeededBug bug) {
        super(
                provider.getUniqueId().append(SEGMENT, bug.name()),
                "seeded bug " + bug.name() + ": " + bug.description(),
                provider.getSource().orElseThrow());
        this.spec = provider.spec();
        this.bug = bug;
    }

    Spec spec() {
        return spec;
    }

    SeededBug bug() {
        return bug;
    }

    ClaimId id() {
        return ClaimId.bug(spec.type().getName(), bug.name());
    }

    @Override
    public String getLegacyReportingName() {
        return "seeded bug " + bug.name();
    }

    @Override
    public Set<TestTag> getTags() {
        return Set.of(BugsDescriptor.TAG);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
