package dev.faultline.harness.engine;

import static java.util.stream.Collectors.toCollection;

import dev.faultline.harness.claim.Spec;
import dev.faultline.harness.scenario.Claim;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** A claim in the tree. */
final class ClaimDescriptor extends PartDescriptor {
    private static final String SEGMENT = "claim";

    ClaimDescriptor(UniqueId parent, Spec spec, Method method) {
        super(parent.append(SEGMENT, method.getName()), sentence(method), spec, method);
    }

    private static String sentence(Method method) {
        String sentence = method.getAnnotation(Claim.class).value();
        return sentence.isBlank() ? method.getName() : sentence;
    }

    @Override
    public Set<TestTag> getTags() {
        return Arrays.stream(method().getAnnotation(Claim.class).tags())
                .filter(TestTag::isValid)
                .map(TestTag::create)
                .collect(toCollection(LinkedHashSet::new));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
