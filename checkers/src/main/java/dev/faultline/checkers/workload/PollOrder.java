package dev.faultline.checkers.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows where the consumers of each group are, in the order of the history. */
final class PollOrder {
    private final Map<String, PartitionLog> logs;
    private final Anomalies anomalies;
    private final Map<Integer, Object> groups = new HashMap<>();
    private final Map<Object, Group> positions = new HashMap<>();

    PollOrder(Map<String, PartitionLog> logs, Anomalies anomalies) {
        this.logs = logs;
        this.anomalies = anomalies;
    }

    /** The consumers of one group, between them. */
    private static final class Group {
        private final Map<String, Placed> last = new HashMap<>();
        private int open;
        /** Whether what the open polls are given depends on an order that nobody knows. */
        private boolean entangled;

        void begin() {
            open++;
            entangled |= open > 1;
        }

        void end() {
            open--;
            if (entangled || open > 0) {
                last.clear();
            }
            entangled &= open > 0;
        }

        void reset() {
            last.clear();
            entangled = open > 0;
        }
    }

    void begins(LogCall call) {
        int process = call.span().operation().process();
        if (call.group() != null && !call.group().equals(groups.get(process))) {
            group(process).reset();
            groups.put(process, call.group());
        }
        if (call.isReset()) {
            group(process).reset();
        } else if (call.polls()) {
            group(process).begin();
        }
    }

    void ends(LogCall call) {
        Group group = group(call.span().operation().process());
        if (call.isReset()) {
            group.reset();
        } else if (call.polls()) {
            call.polled().forEach((key, messages) -> judge(group, key, messages));
            group.end();
            if (!call.span().isOk()) {
                group.reset();
            }
        }
    }

    private Group group(int process) {
        return positions.computeIfAbsent(groups.getOrDefault(process, process), first -> new Group());
    }

    private void judge(Group group, String key, List<Placed> messages) {
        Placed before = group.entangled ? null : group.last.get(key);
        for (Placed message : messages) {
            if (before != null) {
                compare(logs.get(key), before, message);
            }
            before = message;
        }
        if (before != null) {
            group.last.put(key, before);
        }
    }

    private void compare(PartitionLog log, Placed before, Placed message) {
        boolean internal = before.event().index() == message.event().index();
        int from = log.rank(before.offset());
        int to = log.rank(message.offset());
        if (to <= from) {
            anomalies.add(
                    internal ? "int-nonmonotonic-poll" : "nonmonotonic-poll",
                    () -> steps(before, message, internal) + ", which is not after it.",
                    before.event(),
                    message.event());
        } else if (to > from + 1) {
            Placed skipped = log.atRank(from + 1);
            anomalies.add(
                    internal ? "int-poll-skip" : "poll-skip",
                    () -> steps(before, message, internal) + ", and skipped " + (to - from - 1)
                            + " between them, such as " + skipped.source() + ".",
                    before.event(),
                    message.event(),
                    skipped.event());
        }
    }

    private static String steps(Placed before, Placed message, boolean internal) {
        return internal
                ? "The poll of " + Span.who(message.event()) + " got " + before + " and then " + message
                : "After " + before + " in the poll of " + Span.who(before.event()) + ", its group went on with "
                        + message + " in the poll of " + Span.who(message.event());
    }
}
