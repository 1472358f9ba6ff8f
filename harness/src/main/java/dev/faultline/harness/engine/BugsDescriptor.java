package dev.faultline.harness.engine;

import dev.faultline.harness.claim.Spec;
import dev.faultline.harness.scenario.SeededBug;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** A provider of seeded bugs in the tree; its bugs are only known when it runs. */
final class BugsDescriptor extends PartDescriptor {
    static final TestTag TAG = TestTag.create("seeded-bug");

    private static final String SEGMENT = "bugs";

    private final Include include;
    private final Set<String> selected = new LinkedHashSet<>();
    private boolean all;

    BugsDescriptor(UniqueId parent, Spec spec, Method method, Include include) {
        super(parent.append(SEGMENT, method.getName()), "seeded bugs", spec, method);
        this.include = include;
    }

    @Override
    void selectAll() {
        all = true;
    }

    /** Selects one bug by its name. */
    void select(String bug) {
        selected.add(bug);
    }

    /** Asks the provider for its bugs, and keeps those that are selected and included. */
    List<BugDescriptor> bugs() {
        return spec().bugs(method()).stream()
                .filter(this::isWanted)
                .map(bug -> new BugDescriptor(this, bug))
                .toList();
    }

    private boolean isWanted(SeededBug bug) {
        return (all || selected.contains(bug.name())) && include.includesBug(spec(), bug.name());
    }

    @Override
    public Set<TestTag> getTags() {
        return Set.of(TAG);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
