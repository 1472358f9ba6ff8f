/** What a run leaves on disk: the run directory, its trace and its JSON. */
package dev.faultline.harness.record;
