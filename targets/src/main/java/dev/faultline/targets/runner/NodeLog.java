package dev.faultline.targets.runner;

import dev.faultline.harness.node.NodeId;
import java.io.PrintStream;
import java.time.Instant;

/** A runner's log: a line for every event, as {@code time level node event details}. Messages are not events. */
final class NodeLog {
    private final NodeId node;
    private final PrintStream out;

    NodeLog(NodeId node, PrintStream out) {
        this.node = node;
        this.out = out;
    }

    void info(String event, Object details) {
        line("INFO", event, details);
    }

    void warn(String event, Object details) {
        line("WARN", event, details);
    }

    void error(String event, Throwable thrown) {
        line("ERROR", event, thrown);
        synchronized (out) {
            thrown.printStackTrace(out);
        }
    }

    private void line(String level, String event, Object details) {
        String text = String.valueOf(details).replace("\n", "\\n");
        out.println(Instant.now() + " " + level + " " + node + " " + event + " " + text);
    }
}
