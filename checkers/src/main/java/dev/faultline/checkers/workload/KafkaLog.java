package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** See {@link Workloads#kafkaLog()}. */
record KafkaLog(String name) implements Checker {

    @Override
    public CheckResult check(History history, Budget budget) {
        List<LogCall> at = new ArrayList<>(history.events().size());
        List<LogCall> calls = calls(history, at);
        Anomalies anomalies = new Anomalies(
                "inconsistent-offsets",
                "duplicate",
                "unsent",
                "lost-write",
                "int-nonmonotonic-send",
                "nonmonotonic-send",
                "int-nonmonotonic-poll",
                "nonmonotonic-poll",
                "int-poll-skip",
                "poll-skip");
        Map<String, PartitionLog> logs = logs(calls, anomalies);
        int unseen = judgeLosses(calls, logs, anomalies);
        judgeSends(calls, anomalies);
        judgePolls(at, logs, anomalies);
        return anomalies.decide(
                details(calls, logs, unseen),
                calls.stream().anyMatch(call -> call.polls() && call.span().isOk())
                        ? null
                        : "No poll ended :ok, so nobody knows what the logs hold.");
    }

    /** The calls in the order of their invocations, and by the positions of their events. */
    private static List<LogCall> calls(History history, List<LogCall> at) {
        List<LogCall> calls = new ArrayList<>();
        Map<Integer, LogCall> open = new HashMap<>();
        List<Span> spans = Span.byPosition(history);
        for (int position = 0; position < spans.size(); position++) {
            Span span = spans.get(position);
            if (span == null) {
                at.add(null);
            } else if (span.begin() == position) {
                LogCall call = LogCall.of(span);
                open.put(span.operation().process(), call);
                at.add(call);
                if (call != null) {
                    calls.add(call);
                }
            } else {
                at.add(open.get(span.operation().process()));
            }
        }
        return calls;
    }

    private static Map<String, PartitionLog> logs(List<LogCall> calls, Anomalies anomalies) {
        Map<String, PartitionLog> logs = new LinkedHashMap<>();
        for (LogCall call : calls) {
            for (Placed send : call.sends()) {
                PartitionLog log = logs.computeIfAbsent(send.key(), key -> new PartitionLog());
                if (call.span().mayTakeEffect()) {
                    log.offered(send, call.span());
                }
                if (send.offset() != null) {
                    log.placed(send, anomalies);
                }
            }
        }
        for (LogCall call : calls) {
            call.polled().forEach((key, messages) -> {
                PartitionLog log = logs.computeIfAbsent(key, first -> new PartitionLog());
                messages.forEach(message -> {
                    log.placed(message, anomalies);
                    log.polled(message, call.span(), anomalies);
                });
            });
        }
        return logs;
    }

    /** Answers how many acknowledged values nobody polled, and no poll got past. */
    private static int judgeLosses(List<LogCall> calls, Map<String, PartitionLog> logs, Anomalies anomalies) {
        int unseen = 0;
        for (LogCall call : calls) {
            for (Placed send : call.span().isOk() ? call.sends() : List.<Placed>of()) {
                PartitionLog log = logs.get(send.key());
                Placed past = log.highestPolled();
                if (log.wasPolled(send.value())) {
                    continue;
                }
                if (send.offset() == null || past == null || past.offset() <= send.offset()) {
                    unseen++;
                    continue;
                }
                anomalies.add(
                        "lost-write",
                        () -> "The value " + send + ", acknowledged to " + Span.who(send.event())
                                + ", was never polled, although the poll of " + Span.who(past.event())
                                + " got past it, to offset " + past.offset() + ".",
                        send.event(),
                        past.event());
            }
        }
        return unseen;
    }

    /** The offsets that a process is told for a key rise, because it waits for each before the next. */
    private static void judgeSends(List<LogCall> calls, Anomalies anomalies) {
        Map<List<Object>, Placed> last = new HashMap<>();
        for (LogCall call : calls) {
            for (Placed send : call.sends()) {
                if (send.offset() == null) {
                    continue;
                }
                Placed before = last.put(List.of(call.span().operation().process(), send.key()), send);
                if (before != null && before.offset() >= send.offset()) {
                    boolean internal = before.event().index() == send.event().index();
                    anomalies.add(
                            internal ? "int-nonmonotonic-send" : "nonmonotonic-send",
                            () -> Span.who(send.event()) + " sent " + before + " (event "
                                    + before.event().index() + ") and then " + send + ", which is not after it.",
                            before.event(),
                            send.event());
                }
            }
        }
    }

    private static void judgePolls(List<LogCall> at, Map<String, PartitionLog> logs, Anomalies anomalies) {
        PollOrder order = new PollOrder(logs, anomalies);
        for (int position = 0; position < at.size(); position++) {
            LogCall call = at.get(position);
            if (call != null && call.span().begin() == position) {
                order.begins(call);
            } else if (call != null) {
                order.ends(call);
            }
        }
    }

    private static Map<String, Object> details(List<LogCall> calls, Map<String, PartitionLog> logs, int unseen) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("keys", logs.size());
        details.put(
                "acknowledged",
                calls.stream()
                        .filter(call -> call.span().isOk())
                        .mapToInt(call -> call.sends().size())
                        .sum());
        details.put(
                "polled",
                logs.values().stream().mapToInt(PartitionLog::polledCount).sum());
        details.put("unseen", unseen);
        return details;
    }
}
