package dev.faultline.harness.scenario;

/** What a claim says about its properties. */
public enum Expectation {
    /** No run violates them. */
    HOLDS,
    /** Some run violates them: a weakness that the kit has to show. */
    BREAKS
}
