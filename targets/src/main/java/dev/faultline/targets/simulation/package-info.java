/**
 * The deterministic simulation: nodes are objects in one thread, links an event queue, time virtual and seeded. Start at
 * {@link dev.faultline.targets.simulation.SimulationRuntime}.
 */
package dev.faultline.targets.simulation;
