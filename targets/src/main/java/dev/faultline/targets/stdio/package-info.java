/**
 * Programs in any language as nodes: they speak Maelstrom's protocol, a JSON object per line, on their standard input and output. The
 * network between them, the services that they may ask and the clients are in this JVM. {@link
 * dev.faultline.targets.stdio.StdioCommand} is the way in, {@link dev.faultline.targets.stdio.ProgramRun} tells how a run goes.
 *
 * <p>The protocol, the workloads and the services are described at https://github.com/jepsen-io/maelstrom, in {@code doc/}.
 */
package dev.faultline.targets.stdio;
