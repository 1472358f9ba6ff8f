package dev.faultline.harness.record;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Trace;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Turns a trace into lines of JSON. A state is written when it differs from the node's previous one. */
public final class TraceLines implements Trace {
    private final Consumer<String> lines;
    private final Map<NodeId, String> states = new HashMap<>();

    public TraceLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void on(TraceEvent event) {
        String what = event.what() == null ? null : Json.line(described(event));
        if (event.kind().equals("state") && what != null && what.equals(states.put(event.node(), what))) {
            return;
        }
        lines.accept(line(event, what));
    }

    private static Object described(TraceEvent event) {
        return event.kind().equals("timeout") ? event.what().toString() : event.what();
    }

    private static String line(TraceEvent event, String what) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("step", event.step());
        head.put("time", event.time());
        head.put("kind", event.kind());
        put(head, "node", event.node());
        put(head, "peer", event.peer());
        put(head, "message", event.message() == 0 ? null : event.message());
        String json = Json.line(head);
        return what == null ? json : json.substring(0, json.length() - 1) + ",\"what\":" + what + "}";
    }

    private static void put(Map<String, Object> head, String field, Object value) {
        if (value != null) {
            head.put(field, value);
        }
    }
}
