package dev.faultline.harness.engine;

import static java.util.stream.Collectors.toCollection;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
        return exactly(part(selector.getJavaClass(), selector.getMethodName(), part -> true, context));
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
        Segment method = segments.get(2);
        if (segments.size() == 3) {
            return exactly(part(type, method.getValue(), part -> isCalled(part, method), context));
        }
        return part(type, method.getValue(), part -> part instanceof BugsDescriptor && isCalled(part, method), context)
                .filter(part ->
                        segments.size() == 4 && id.getLastSegment().getType().equals(BugDescriptor.SEGMENT))
                .map(part -> bug((BugsDescriptor) part, id.getLastSegment().getValue()))
                .orElseGet(Resolution::unresolved);
    }

    private static boolean isCalled(PartDescriptor part, Segment segment) {
        return part.getUniqueId().getLastSegment().equals(segment);
    }

    private static Resolution bug(BugsDescriptor bugs, String name) {
        bugs.select(name);
        return Resolution.match(Match.partial(bugs));
    }

    private static Resolution exactly(Optional<PartDescriptor> part) {
        part.ifPresent(PartDescriptor::selectAll);
        return part.map(found -> Resolution.match(Match.exact(found))).orElseGet(Resolution::unresolved);
    }

    private Optional<SpecDescriptor> spec(Class<?> type, Context context) {
        return context.addToParent(engine -> specs.descriptor(type, engine.getUniqueId()));
    }

    private Optional<PartDescriptor> part(
            Class<?> type, String methodName, Predicate<PartDescriptor> wanted, Context context) {
        return context.addToParent(
                () -> selectClass(type),
                parent -> parent instanceof SpecDescriptor spec
                        ? specs.part(spec, methodName).filter(wanted)
                        : Optional.empty());
    }

    private Set<DiscoverySelector> parts(SpecDescriptor spec) {
        return specs.parts(spec.spec()).stream()
                .map(name -> selectMethod(spec.spec().type(), name))
                .collect(toCollection(LinkedHashSet::new));
    }
}
