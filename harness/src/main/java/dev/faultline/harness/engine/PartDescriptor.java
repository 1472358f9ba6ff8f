package dev.faultline.harness.engine;

import dev.faultline.harness.claim.Spec;
import java.lang.reflect.Method;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A method of a spec in the tree. */
abstract sealed class PartDescriptor extends AbstractTestDescriptor permits ClaimDescriptor, BugsDescriptor {
    private final Spec spec;
    private final Method method;

    PartDescriptor(UniqueId id, String displayName, Spec spec, Method method) {
        super(id, displayName, MethodSource.from(spec.type(), method));
        this.spec = spec;
        this.method = method;
    }

    final Spec spec() {
        return spec;
    }

    final Method method() {
        return method;
    }

    /** Selects everything in it. */
    void selectAll() {}

    @Override
    public String getLegacyReportingName() {
        return method.getName();
    }
}
