/** Runs every node in a container of its own, with Toxiproxy in one too. */
package dev.faultline.targets.containers;
