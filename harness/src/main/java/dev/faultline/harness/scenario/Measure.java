package dev.faultline.harness.scenario;

import dev.faultline.harness.runtime.Run;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A figure taken from every run of a claim.
 *
 * @param name what is measured, such as {@code messages per entry}
 * @param unit its unit, such as {@code ms}; empty for a plain number
 * @param formula what the textbook says, such as {@code 2(n−1) = 8}; empty where it says nothing
 * @param figure takes it from a run; empty where the run has nothing to measure
 */
public record Measure(String name, String unit, String formula, Function<Run, OptionalDouble> figure) {}
