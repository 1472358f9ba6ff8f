package dev.faultline.harness.runtime;

import java.time.Duration;

/**
 * Something waited for its turn although no fault held it up: the machine did not keep up.
 *
 * @param whose what waited: a node's name, or "the harness"
 * @param by how long
 * @param at when its turn came, since the run began
 */
public record Delay(String whose, Duration by, Duration at) {}
