package dev.faultline.harness.workload;

import java.time.Duration;
import java.util.List;

/**
 * Operations that one client carries out in order, such as acquire and release. When one of them does not succeed, the rest
 * of the session is skipped.
 *
 * @param index its number in the plan; shrinking removes whole sessions
 * @param client which client, from 1
 * @param at when it may begin; it waits for the client's earlier sessions
 * @param steps the operations
 * @param between how long the client stays between two steps, such as the time inside a critical section
 */
public record Session(int index, int client, Duration at, List<Step> steps, Duration between) {}
