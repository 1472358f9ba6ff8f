package dev.faultline.harness.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method without parameters that returns a {@link Scenario}: a claim that the kit tries to refute. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Claim {
    /** The claim in one sentence. */
    String value();

    /** For selecting claims, as JUnit's tags do. */
    String[] tags() default {};
}
