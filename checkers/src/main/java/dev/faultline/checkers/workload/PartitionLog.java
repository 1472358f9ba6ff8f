package dev.faultline.checkers.workload;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All that a history tells of the log of one key. */
final class PartitionLog {
    private final Map<Long, Placed> byOffset = new HashMap<>();
    private final Map<Object, Placed> byValue = new HashMap<>();
    private final Map<Object, Span> offered = new HashMap<>();
    private final Set<Object> polled = new HashSet<>();
    private final Set<Object> odd = new HashSet<>();
    private Placed highestPolled;
    private long[] offsets;

    /** Somebody may have sent this value. */
    void offered(Placed send, Span span) {
        if (offered.put(send.value(), span) != null) {
            throw Shapes.malformed(span.invocation(), "a value that is sent once to its key");
        }
    }

    /** A value is told to stand somewhere. */
    void placed(Placed placed, Anomalies anomalies) {
        Placed sameOffset = byOffset.putIfAbsent(placed.offset(), placed);
        Placed sameValue = byValue.putIfAbsent(placed.value(), placed);
        boolean inconsistent = sameOffset != null && !sameOffset.value().equals(placed.value());
        boolean duplicate = sameValue != null && !sameValue.offset().equals(placed.offset());
        // The same thing is told by every poll that reads it, and counts once.
        if ((inconsistent || duplicate) && !odd.add(Map.entry(placed.offset(), placed.value()))) {
            return;
        }
        if (inconsistent) {
            anomalies.add(
                    "inconsistent-offsets",
                    () -> "Two values at one offset: " + sameOffset.source() + ", and " + placed.source() + ".",
                    sameOffset.event(),
                    placed.event());
        }
        if (duplicate) {
            anomalies.add(
                    "duplicate",
                    () -> "One value at two offsets: " + sameValue.source() + ", and " + placed.source() + ".",
                    sameValue.event(),
                    placed.event());
        }
    }

    void polled(Placed placed, Span poll, Anomalies anomalies) {
        boolean first = polled.add(placed.value());
        if (highestPolled == null || placed.offset() > highestPolled.offset()) {
            highestPolled = placed;
        }
        Span send = offered.get(placed.value());
        if (first && (send == null || send.begin() > poll.end())) {
            anomalies.add(
                    "unsent",
                    () -> Span.who(placed.event()) + " polled " + placed
                            + ", which nobody had sent, or whose send failed.",
                    placed.event());
        }
    }

    boolean wasPolled(Object value) {
        return polled.contains(value);
    }

    /** The poll that got the highest offset, or {@code null}. */
    Placed highestPolled() {
        return highestPolled;
    }

    int polledCount() {
        return polled.size();
    }

    /** How many known offsets are lower. O(log n), once all are known. */
    int rank(long offset) {
        if (offsets == null) {
            offsets = byOffset.keySet().stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
        }
        return Arrays.binarySearch(offsets, offset);
    }

    Placed atRank(int rank) {
        return byOffset.get(offsets[rank]);
    }
}
