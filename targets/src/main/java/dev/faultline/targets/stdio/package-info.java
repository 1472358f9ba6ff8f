/**
 * Programs in any language as nodes: they speak Maelstrom's protocol, a JSON object per line, on their standard input and output. The
 * network between them is in this JVM.
 */
package dev.faultline.targets.stdio;
