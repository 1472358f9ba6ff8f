package dev.faultline.harness.engine;

import dev.faultline.harness.claim.Spec;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.engine.UniqueId;

/** Finds specs and makes their descriptors, leaving out what filters exclude. */
final class Specs {
    private final Predicate<String> classNameFilter;
    private final Include include;
    private final SpecIssues issues;

    Specs(Predicate<String> classNameFilter, Include include, SpecIssues issues) {
        this.classNameFilter = classNameFilter;
        this.include = include;
        this.issues = issues;
    }

    static boolean isSpec(Class<?> type) {
        return Spec.of(type).isPresent();
    }

    /** The classes within this one that are specs, at any depth, in the order of their names. */
    static List<Class<?>> within(Class<?> type) {
        List<Class<?>> found = new ArrayList<>();
        Arrays.stream(type.getDeclaredClasses())
                .sorted(Comparator.comparing(Class::getName))
                .forEach(nested -> {
                    if (isSpec(nested)) {
                        found.add(nested);
                    }
                    found.addAll(within(nested));
                });
        return found;
    }

    /** The spec, if the class is one and anything in it is included. */
    Optional<SpecDescriptor> descriptor(Class<?> type, UniqueId engine) {
        Optional<SpecDescriptor> descriptor = Spec.of(type)
                .filter(spec -> classNameFilter.test(type.getName()))
                .filter(spec -> !parts(spec).isEmpty())
                .map(spec -> new SpecDescriptor(engine, spec));
        descriptor.ifPresent(found -> issues.report(found.spec()));
        return descriptor;
    }

    /** The names of the methods that are claims or provide seeded bugs. Names that are there twice come once. */
    List<String> parts(Spec spec) {
        List<String> names = new ArrayList<>();
        claims(spec).forEach(claim -> names.add(claim.getName()));
        bugProviders(spec).forEach(provider -> names.add(provider.getName()));
        return names.stream().distinct().toList();
    }

    /** The claim or the provider of seeded bugs that a method is. */
    Optional<PartDescriptor> part(SpecDescriptor parent, String methodName) {
        Spec spec = parent.spec();
        Optional<PartDescriptor> claim =
                named(methodName, claims(spec)).map(method -> new ClaimDescriptor(parent.getUniqueId(), spec, method));
        Optional<PartDescriptor> part = claim.or(() -> named(methodName, bugProviders(spec))
                .map(method -> new BugsDescriptor(parent.getUniqueId(), spec, method, include)));
        part.ifPresent(found -> issues.report(spec, found.method()));
        return part;
    }

    private static Optional<Method> named(String name, List<Method> methods) {
        return methods.stream().filter(method -> method.getName().equals(name)).findFirst();
    }

    private List<Method> claims(Spec spec) {
        return spec.claims().stream()
                .filter(claim -> include.includes(spec, claim))
                .toList();
    }

    private List<Method> bugProviders(Spec spec) {
        return include.mayIncludeBugs(spec) ? spec.bugProviders() : List.of();
    }
}
