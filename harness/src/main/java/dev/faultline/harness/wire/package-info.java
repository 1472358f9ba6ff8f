/** Messages as lines of JSON, in the envelope that Maelstrom uses. */
package dev.faultline.harness.wire;
