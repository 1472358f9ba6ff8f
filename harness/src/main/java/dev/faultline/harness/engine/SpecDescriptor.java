package dev.faultline.harness.engine;

import dev.faultline.harness.claim.Spec;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A spec in the tree. */
final class SpecDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "spec";

    private final Spec spec;

    SpecDescriptor(UniqueId engine, Spec spec) {
        super(engine.append(SEGMENT, spec.type().getName()), spec.system(), ClassSource.from(spec.type()));
        this.spec = spec;
    }

    Spec spec() {
        return spec;
    }

    @Override
    public String getLegacyReportingName() {
        return spec.type().getName();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
