package dev.faultline.checkers.workload;

import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The definition of the anomalies of logs, pair by pair, for processes that are each their own group. */
final class LogOracle {
    private final History history;
    private final List<Message> sent = new ArrayList<>();
    private final List<Message> polled = new ArrayList<>();

    /** A message of an acknowledged operation. */
    private record Message(Operation operation, Object key, Long offset, Object value) {}

    private LogOracle(History history) {
        this.history = history;
    }

    static Verdict judge(History history) {
        LogOracle oracle = new LogOracle(history);
        boolean asked = false;
        for (Operation operation : history.operations()) {
            if (operation.isOk()) {
                oracle.read(operation);
                asked |= polls(operation);
            }
        }
        boolean bad = oracle.misplaced() || oracle.lost() || oracle.disordered(oracle.sent, false) || oracle.order();
        return bad ? Verdict.INVALID : asked ? Verdict.VALID : Verdict.UNKNOWN;
    }

    private static boolean polls(Operation operation) {
        return operation.f().equals("poll") || operation.f().equals("txn");
    }

    private void read(Operation operation) {
        if (operation.f().equals("send")) {
            send(operation, (List<?>) operation.output());
        } else if (operation.f().equals("poll")) {
            poll(operation, operation.output());
        } else if (operation.f().equals("txn")) {
            List<?> steps = (List<?>) operation.output();
            send(operation, ((List<?>) steps.get(0)).subList(1, 3));
            poll(operation, ((List<?>) steps.get(1)).get(1));
        }
    }

    private void send(Operation operation, List<?> pair) {
        List<?> placed = (List<?>) pair.get(1);
        sent.add(new Message(operation, pair.get(0), (Long) placed.get(0), placed.get(1)));
    }

    private void poll(Operation operation, Object answer) {
        ((Map<?, ?>) answer).forEach((key, messages) -> {
            for (Object message : (List<?>) messages) {
                List<?> placed = (List<?>) message;
                polled.add(new Message(operation, key, (Long) placed.get(0), placed.get(1)));
            }
        });
    }

    private List<Message> placed() {
        List<Message> all = new ArrayList<>(polled);
        sent.stream().filter(message -> message.offset != null).forEach(all::add);
        return all;
    }

    private boolean misplaced() {
        return placed().stream().anyMatch(one -> placed().stream()
                .anyMatch(other ->
                        one.key.equals(other.key) && one.offset.equals(other.offset) != one.value.equals(other.value)));
    }

    private boolean lost() {
        return sent.stream()
                .filter(send -> send.offset != null)
                .anyMatch(
                        send -> polled.stream().anyMatch(poll -> poll.key.equals(send.key) && poll.offset > send.offset)
                                && polled.stream()
                                        .noneMatch(poll -> poll.key.equals(send.key) && poll.value.equals(send.value)));
    }

    private boolean order() {
        return disordered(polled, true);
    }

    /** Whether two successive messages of a process and key go back, or pass over a known offset when they must not. */
    private boolean disordered(List<Message> messages, boolean gapless) {
        for (int i = 0; i < messages.size(); i++) {
            Message before = messages.get(i);
            Message next = messages.stream()
                    .skip(i + 1L)
                    .filter(other -> other.key.equals(before.key) && other.offset != null)
                    .filter(other -> other.operation.process() == before.operation.process())
                    .findFirst()
                    .orElse(null);
            if (before.offset == null || next == null || (gapless && interrupted(before, next))) {
                continue;
            }
            if (next.offset <= before.offset
                    || (gapless && !between(before, next).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the positions may have changed otherwise. */
    private boolean interrupted(Message before, Message next) {
        return history.operations().stream()
                .filter(operation -> operation.process() == before.operation.process())
                .filter(operation -> operation.invocation().index()
                        > before.operation.invocation().index())
                .filter(operation -> operation.invocation().index()
                        < next.operation.invocation().index())
                .anyMatch(operation ->
                        operation.f().equals("subscribe") || (polls(operation) && operation.outcome() != EventType.OK));
    }

    private Set<Long> between(Message before, Message next) {
        Set<Long> offsets = new TreeSet<>();
        placed().stream()
                .filter(message -> Objects.equals(message.key, before.key))
                .filter(message -> message.offset > before.offset && message.offset < next.offset)
                .forEach(message -> offsets.add(message.offset));
        return offsets;
    }
}
