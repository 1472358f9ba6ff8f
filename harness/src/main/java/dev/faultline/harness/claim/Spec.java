package dev.faultline.harness.claim;

import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A class with {@link Claim} and {@link SeededBugs} methods, its own or inherited, so that one abstract class can hold the
 * claims of several systems. Reading it runs none of them.
 */
public final class Spec {
    private final Class<?> type;

    private Spec(Class<?> type) {
        this.type = type;
    }

    /** The class as a spec, if it has a claim or seeded bugs and is not abstract. */
    public static Optional<Spec> of(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return Optional.empty();
        }
        Spec spec = new Spec(type);
        return spec.methods(Spec::isPartOfASpec).isEmpty() ? Optional.empty() : Optional.of(spec);
    }

    private static boolean isPartOfASpec(Method method) {
        return method.isAnnotationPresent(Claim.class) || method.isAnnotationPresent(SeededBugs.class);
    }

    public Class<?> type() {
        return type;
    }

    /** Its row in the report. */
    public String system() {
        SystemUnderTest named = type.getAnnotation(SystemUnderTest.class);
        return named == null ? type.getSimpleName() : named.value();
    }

    /** The claims, in the order of their names, so that it is the same in every JVM. */
    public List<Method> claims() {
        return methods(method -> method.isAnnotationPresent(Claim.class));
    }

    /** The methods that provide seeded bugs. */
    public List<Method> bugProviders() {
        return methods(method -> method.isAnnotationPresent(SeededBugs.class));
    }

    private List<Method> methods(Predicate<Method> wanted) {
        return ReflectionSupport.findMethods(type, wanted, HierarchyTraversalMode.TOP_DOWN).stream()
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
                .toList();
    }

    /** What makes the class unusable, if anything does; found without running it. */
    public Optional<SpecProblem> problem() {
        Optional<Constructor<?>> constructor = constructor();
        if (constructor.isEmpty()) {
            return Optional.of(SpecProblem.noConstructor(type));
        }
        return Modifier.isPrivate(constructor.get().getModifiers())
                ? Optional.of(SpecProblem.privateConstructor(type))
                : Optional.empty();
    }

    /** What makes one of its claims or providers unusable, if anything does; found without running it. */
    public Optional<SpecProblem> problem(Method method) {
        Class<?> wanted = method.isAnnotationPresent(Claim.class) ? Scenario.class : Stream.class;
        if (methods(other -> isPartOfASpec(other) && other.getName().equals(method.getName()))
                        .size()
                > 1) {
            return Optional.of(SpecProblem.sameNameTwice(method));
        }
        if (method.getParameterCount() > 0) {
            return Optional.of(SpecProblem.hasParameters(method));
        }
        return wanted.isAssignableFrom(method.getReturnType())
                ? Optional.empty()
                : Optional.of(SpecProblem.returnsSomethingElse(method, wanted));
    }

    public ClaimId id(Method claim) {
        return ClaimId.claim(type.getName(), claim.getName());
    }

    /**
     * The scenario of a claim.
     *
     * @throws SpecProblem when the spec is not usable
     */
    public Scenario scenario(Method claim) {
        Object scenario = call(claim);
        if (scenario == null) {
            throw SpecProblem.returnsNull(claim, "a Scenario");
        }
        return (Scenario) scenario;
    }

    /**
     * Every scenario of the spec, by claim.
     *
     * @throws SpecProblem when the spec is not usable
     */
    public Map<Method, Scenario> scenarios() {
        Map<Method, Scenario> scenarios = new LinkedHashMap<>();
        claims().forEach(claim -> scenarios.put(claim, scenario(claim)));
        return scenarios;
    }

    /**
     * The seeded bugs of the spec.
     *
     * @throws SpecProblem when the spec is not usable
     */
    public List<SeededBug> bugs() {
        return bugProviders().stream()
                .flatMap(provider -> bugs(provider).stream())
                .toList();
    }

    /**
     * The seeded bugs of one provider.
     *
     * @throws SpecProblem when the spec is not usable
     */
    public List<SeededBug> bugs(Method provider) {
        Object bugs = call(provider);
        if (bugs == null) {
            throw SpecProblem.returnsNull(provider, "a Stream of SeededBug");
        }
        Map<String, SeededBug> named = new LinkedHashMap<>();
        ((Stream<?>) bugs).forEachOrdered(bug -> {
            if (!(bug instanceof SeededBug seeded)) {
                throw SpecProblem.notASeededBug(provider, bug);
            }
            if (named.put(seeded.name(), seeded) != null) {
                throw SpecProblem.sameBugTwice(provider, seeded.name());
            }
        });
        return List.copyOf(named.values());
    }

    private Object call(Method method) {
        problem().or(() -> problem(method)).ifPresent(problem -> {
            throw problem;
        });
        try {
            method.setAccessible(true);
            return method.invoke(instance());
        } catch (InvocationTargetException thrown) {
            throw SpecProblem.threw(method, thrown.getCause());
        } catch (ReflectiveOperationException inaccessible) {
            throw SpecProblem.inaccessible(method, inaccessible);
        }
    }

    private Object instance() throws ReflectiveOperationException {
        Constructor<?> constructor = constructor().orElseThrow();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private Optional<Constructor<?>> constructor() {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate -> candidate.getParameterCount() == 0)
                .findFirst();
    }
}
