package dev.faultline.harness.claim;

import java.lang.reflect.Method;

/** Something about a spec that makes it unusable. The message says which rule is broken, what follows, and what to do. */
public final class SpecProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SpecProblem(String message, Throwable cause) {
        super(message, cause);
    }

    private static SpecProblem problem(String message) {
        return new SpecProblem(message, null);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "#" + method.getName();
    }

    static SpecProblem privateConstructor(Class<?> type) {
        return problem(
                "The constructor of " + type.getName() + " is private. The kit makes an instance of a spec to ask it"
                        + " for its claims, so none of them can run. Make the class and its constructor at least package-private.");
    }

    static SpecProblem noConstructor(Class<?> type) {
        return problem(type.getName() + " has no constructor without parameters, or is an inner class. The kit makes an"
                + " instance of a spec to ask it for its claims, so none of them can run. Make it a top-level or static"
                + " class with a constructor without parameters.");
    }

    static SpecProblem returnsNull(Method method, String wanted) {
        return problem(
                name(method) + " returned null, and must return " + wanted
                        + ". There is nothing to run, so the claim counts as failed. Return the result of holds(…) or breaks(…).");
    }

    static SpecProblem returnsSomethingElse(Method method, Class<?> wanted) {
        return problem(name(method) + " returns " + method.getReturnType().getSimpleName() + ", and must return "
                + wanted.getSimpleName()
                + ". The kit cannot run anything else, so the claim counts as failed. Change its"
                + " return type.");
    }

    static SpecProblem hasParameters(Method method) {
        return problem(
                name(method) + " has parameters, and must have none. The kit has nothing to pass to it, so it cannot"
                        + " run. Remove the parameters.");
    }

    static SpecProblem sameNameTwice(Method method) {
        return problem(
                name(method) + " is there more than once. A claim is known by its method's name, so nobody could say"
                        + " which one is meant and none of them can run. Give each method a name of its own.");
    }

    static SpecProblem sameBugTwice(Method method, String bug) {
        return problem(
                name(method) + " gave two bugs named '" + bug + "'. A seeded bug is known by its name, so their reports"
                        + " would overwrite each other and none of them was tried. Give each a name of its own.");
    }

    static SpecProblem notASeededBug(Method method, Object found) {
        return problem(name(method) + " gave " + found + ", and must give SeededBug values only. None of its bugs was"
                + " tried. Build each with SeededBug.named(…).");
    }

    static SpecProblem threw(Method method, Throwable cause) {
        return new SpecProblem(
                name(method) + " threw " + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + " There is no scenario to run, so the claim counts as failed. Correct the method.",
                cause);
    }

    static SpecProblem inaccessible(Method method, Throwable cause) {
        return new SpecProblem(
                name(method) + " cannot be called: " + cause.getMessage()
                        + ". The claim counts as failed. Make the class and the method at least package-private, and open"
                        + " the package when it is in a named module.",
                cause);
    }

    static SpecProblem unknownClaim(ClaimId id, Object known) {
        return problem("There is no claim '" + id + "'. Nothing was run. The spec has " + known + ".");
    }
}
