/** The program that runs one node of any class in a JVM of its own. */
package dev.faultline.targets.runner;
