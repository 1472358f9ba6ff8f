package dev.faultline.harness.fault;

import java.time.Duration;

/**
 * What a network does to messages while it is disturbed.
 *
 * @param longestDelay the extra delay of a message is uniform up to this, so later messages overtake earlier ones
 * @param loss probability that a message is lost, 0 to 1
 * @param duplication probability that a message arrives twice, 0 to 1
 */
public record Disturbance(Duration longestDelay, double loss, double duplication) {}
