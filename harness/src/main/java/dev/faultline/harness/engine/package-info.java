/**
 * The JUnit Platform engine {@code faultline}: claims and seeded bugs are its tests. Start at {@link
 * dev.faultline.harness.engine.FaultlineEngine}.
 */
package dev.faultline.harness.engine;
