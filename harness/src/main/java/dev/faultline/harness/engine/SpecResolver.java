package dev.faultline.harness.engine;

import static java.util.stream.Collectors.toCollection;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves classes, with the specs nested in them, methods and unique ids; the platform reduces all else to classes. */
final class SpecResolver implements SelectorResolver {
    private final Specs specs;

    SpecResolver(Specs specs) {
        this.specs = specs;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        Set<DiscoverySelector> nested =
                Specs.within(type).stream().map(spec -> selectClass(spec)).collect(toCollection(LinkedHashSet::new));
        Optional<SpecDescriptor> spec = spec(type, context);
        if (spec.isPresent()) {
            Set<DiscoverySelector> inside = parts(spec.get());
            inside.addAll(nested);
            return Resolution.match(Match.exact(spec.get(), () -> inside));
        }
        return nested.isEmpty() ? Resolution.unresolved() : Resolution.selectors(nested);
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return exactly(part(selector.getJavaClass(), selector.getMethodName(), context));
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        List<Segment> segments = selector.getUniqueId().getSegments();
        if (segments.size() < 2 || !segments.get(1).getType().equals(SpecDescriptor.SEGMENT)) {
            return Resolution.unresolved();
        }
        return ReflectionSupport.tryToLoadClass(segments.get(1).getValue())
                .toOptional()
                .map(type -> resolve(type, selector.getUniqueId(), context))
                .orElseGet(Resolution::unresolved);
    }

    private Resolution resolve(Class<?> type, UniqueId id, Context context) {
        List<Segment> segments = id.getSegments();
        if (segments.size() == 2) {
            return spec(type, context)
                    .map(spec -> Resolution.match(Match.exact(spec, () -> parts(spec))))
                    .orElseGet(Resolution::unresolved);
        }
        Optional<PartDescriptor> part = part(type, segments.get(2).getValue(), context)
                .filter(found -> found.getUniqueId().getSegments().equals(segments.subList(0, 3)));
        return segments.size() == 3 ? exactly(part) : bug(part, id);
    }

    private static Resolution bug(Optional<PartDescriptor> part, UniqueId id) {
        Segment last = id.getLastSegment();
        if (id.getSegments().size() == 4
                && last.getType().equals(BugDescriptor.SEGMENT)
                && part.isPresent()
                && part.get() instanceof BugsDescriptor bugs) {
            bugs.select(last.getValue());
            return Resolution.match(Match.partial(bugs));
        }
        return Resolution.unresolved();
    }

    private static Resolution exactly(Optional<PartDescriptor> part) {
        part.ifPresent(PartDescriptor::selectAll);
        return part.map(found -> Resolution.match(Match.exact(found))).orElseGet(Resolution::unresolved);
    }

    private Optional<SpecDescriptor> spec(Class<?> type, Context context) {
        return context.addToParent(engine -> specs.descriptor(type, engine.getUniqueId()));
    }

    private Optional<PartDescriptor> part(Class<?> type, String methodName, Context context) {
        return context.addToParent(
                () -> selectClass(type),
                parent -> parent instanceof SpecDescriptor spec ? specs.part(spec, methodName) : Optional.empty());
    }

    private Set<DiscoverySelector> parts(SpecDescriptor spec) {
        return specs.parts(spec.spec()).stream()
                .map(name -> selectMethod(spec.spec().type(), name))
                .collect(toCollection(LinkedHashSet::new));
    }
}
