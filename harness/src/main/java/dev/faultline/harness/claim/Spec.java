package dev.faultline.harness.claim;

import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import java.lang.annotation.Annotation;
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
import java.util.stream.Stream;

/** A class with {@link Claim} and {@link SeededBugs} methods. Reading it runs none of them. */
public final class Spec {
    private final Class<?> type;

    private Spec(Class<?> type) {
        this.type = type;
    }

    /** The class as a spec, if it has a claim or seeded bugs. */
    public static Optional<Spec> of(Class<?> type) {
        boolean isSpec = Arrays.stream(type.getDeclaredMethods()).anyMatch(Spec::isPartOfASpec);
        return isSpec ? Optional.of(new Spec(type)) : Optional.empty();
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
        return methods(Claim.class);
    }

    /** The methods that provide seeded bugs. */
    public List<Method> bugProviders() {
        return methods(SeededBugs.class);
    }

    private List<Method> methods(Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(annotation))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
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
        Object scenario = call(claim, Scenario.class);
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
        return bugProviders().stream().flatMap(this::bugs).toList();
    }

    private Stream<SeededBug> bugs(Method provider) {
        Object bugs = call(provider, Stream.class);
        if (bugs == null) {
            throw SpecProblem.returnsNull(provider, "a Stream of SeededBug");
        }
        return ((Stream<?>) bugs).map(bug -> {
            if (bug instanceof SeededBug seeded) {
                return seeded;
            }
            throw SpecProblem.notASeededBug(provider, bug);
        });
    }

    private Object call(Method method, Class<?> returns) {
        if (method.getParameterCount() > 0) {
            throw SpecProblem.hasParameters(method);
        }
        if (!returns.isAssignableFrom(method.getReturnType())) {
            throw SpecProblem.returnsSomethingElse(method, returns);
        }
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
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate -> candidate.getParameterCount() == 0)
                .findFirst()
                .orElseThrow(() -> SpecProblem.noConstructor(type));
        if (Modifier.isPrivate(constructor.getModifiers())) {
            throw SpecProblem.privateConstructor(type);
        }
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
