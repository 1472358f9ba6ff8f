package dev.faultline.harness.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method without parameters that returns a {@link java.util.stream.Stream} of {@link SeededBug}: each of them has to
 * be caught by its witness, and is looked for by a sweep over the spec's {@code holds} claims.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SeededBugs {}
