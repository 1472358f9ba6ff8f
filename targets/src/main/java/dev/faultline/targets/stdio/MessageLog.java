package dev.faultline.targets.stdio;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.record.TraceLines;
import dev.faultline.harness.runtime.MessageCounts;
import dev.faultline.harness.runtime.Trace.TraceEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Counts the messages of a run, and writes what becomes of each to {@code trace.jsonl} as it happens, as long as that is not too long
 * to be read. Used by the loop's thread.
 */
final class MessageLog implements Closeable {
    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_TYPES = 50;

    private final OutputStream file;
    private final LongSupplier clock;
    private final TraceLines trace = new TraceLines(this::write);
    private final Map<String, Long> types = new TreeMap<>();
    private final Map<NodeId, Long> senders = new TreeMap<>();
    private final Map<NodeId, Long> receivers = new TreeMap<>();
    private long bytes;
    private long sent;
    private long steps;

    /** @param clock nanoseconds since the run began */
    MessageLog(Path directory, LongSupplier clock) throws IOException {
        this.file = Files.newOutputStream(directory.resolve("trace.jsonl"));
        this.clock = clock;
    }

    /** A node, or a service that answers one, sends a message; answers the message's number. */
    long sent(Packet packet) {
        String type = packet.type().isEmpty() ? "(no type)" : packet.type();
        types.merge(types.size() < MOST_TYPES || types.containsKey(type) ? type : "(others)", 1L, Long::sum);
        senders.merge(new NodeId(packet.src()), 1L, Long::sum);
        receivers.merge(new NodeId(packet.dest()), 1L, Long::sum);
        record("send", packet.src(), packet.dest(), ++sent, packet.body());
        return sent;
    }

    /** A node answers a client. */
    void answered(Packet packet) {
        record("send", packet.src(), packet.dest(), 0, packet.body());
    }

    /** A message arrives at a node or a service. */
    void delivered(Packet packet, long number) {
        steps++;
        record("deliver", packet.dest(), packet.src(), number, packet.body());
    }

    /** A message does not arrive. */
    void lost(Packet packet, long number) {
        record("drop", packet.dest(), packet.src(), number, packet.body());
    }

    /** A node boots. */
    void started(String node) {
        record("start", node, null, 0, null);
        steps++;
    }

    /** A node crashes, pauses or goes on. */
    void happened(String kind, String node) {
        record(kind, node, null, 0, null);
    }

    /** A fault strikes or ends. */
    void fault(String f, List<?> hit) {
        record("fault", null, null, 0, List.of(f, hit));
    }

    private void record(String kind, String node, String peer, long number, Object what) {
        if (bytes < MOST_BYTES) {
            trace.on(new TraceEvent(steps, clock.getAsLong(), kind, id(node), id(peer), number, what));
        }
    }

    private static NodeId id(String name) {
        return name == null ? null : new NodeId(name);
    }

    private void write(String line) {
        byte[] encoded = (line + "\n").getBytes(StandardCharsets.UTF_8);
        bytes += encoded.length;
        try {
            file.write(encoded);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** How many boots there were, and messages that arrived at nodes and services. */
    long steps() {
        return steps;
    }

    /** What nodes and services sent to each other. */
    MessageCounts counts() {
        return new MessageCounts(types, senders, receivers, steps);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
