/** Runs every node in a JVM of its own on this machine. */
package dev.faultline.targets.processes;
