/** Toxiproxy: the real one as a program, and one inside this JVM that speaks the same HTTP API. */
package dev.faultline.targets.proxy;
