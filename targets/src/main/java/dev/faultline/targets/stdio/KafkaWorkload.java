package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.workload.Workloads;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * {@code kafka}: logs whose messages keep their order, consumers that each read every log from its beginning, and offsets that they
 * commit.
 */
final class KafkaWorkload implements Workload {
    private static final List<String> LOGS =
            IntStream.range(0, 4).mapToObj(log -> "k" + log).toList();
    private static final String OFFSETS = "offsets";
    private static final String MESSAGES = "msgs";

    /** What each client wants next of each log. */
    private final Map<Integer, Map<String, Long>> positions = new HashMap<>();

    private long last;

    @Override
    public Request next(int client, RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> send(LOGS.get(random.nextInt(LOGS.size())));
            case 5, 6, 7 -> poll(client);
            case 8 -> commit(client);
            default -> committed();
        };
    }

    private Request send(String log) {
        long message = ++last;
        return Request.write(
                "send",
                List.of(log, message),
                Packet.body("send").put("key", log).put("msg", message));
    }

    private Request poll(int client) {
        ObjectNode body = Packet.body("poll");
        body.set(OFFSETS, Values.json(positions(client)));
        return Request.read("poll", null, body);
    }

    private Map<String, Long> positions(int client) {
        return positions.computeIfAbsent(client, unknown -> {
            Map<String, Long> beginning = new LinkedHashMap<>();
            LOGS.forEach(log -> beginning.put(log, 0L));
            return beginning;
        });
    }

    /** A client commits what it has read. */
    private Request commit(int client) {
        Map<String, Long> read = new LinkedHashMap<>();
        positions(client).forEach((log, next) -> {
            if (next > 0) {
                read.put(log, next - 1);
            }
        });
        ObjectNode body = Packet.body("commit_offsets");
        body.set(OFFSETS, Values.json(read));
        return read.isEmpty() ? poll(client) : Request.write(CommittedOffsets.COMMIT, read, body);
    }

    private static Request committed() {
        ObjectNode body = Packet.body("list_committed_offsets");
        body.set("keys", Values.json(LOGS));
        return Request.read(CommittedOffsets.LIST, null, body);
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return switch (asked.f()) {
            case "send" -> sent((List<?>) asked.value(), MalformedAnswer.whole(answer, "offset"));
            case "poll" -> polled(client, MalformedAnswer.object(answer, MESSAGES));
            case CommittedOffsets.LIST -> listed(MalformedAnswer.object(answer, OFFSETS));
            default -> asked.value();
        };
    }

    private static Object sent(List<?> message, long offset) {
        return List.of(message.get(0), List.of(offset, message.get(1)));
    }

    private Object polled(int client, JsonNode messages) {
        for (JsonNode log : messages) {
            MalformedAnswer.require(log.isArray(), "lists of [offset, message] in 'msgs'");
            log.forEach(KafkaWorkload::verify);
        }
        Map<String, Long> next = positions(client);
        messages.properties().forEach(log -> log.getValue()
                .forEach(pair -> next.merge(log.getKey(), pair.get(0).asLong() + 1, Math::max)));
        return Values.of(messages);
    }

    private static void verify(JsonNode pair) {
        MalformedAnswer.require(
                pair.isArray()
                        && pair.size() == 2
                        && MalformedAnswer.isWhole(pair.get(0))
                        && !pair.get(1).isNull(),
                "lists of [offset, message] in 'msgs'");
    }

    private static Object listed(JsonNode offsets) {
        for (JsonNode offset : offsets) {
            MalformedAnswer.require(MalformedAnswer.isWhole(offset), "whole numbers in 'offsets'");
        }
        return Values.of(offsets);
    }

    @Override
    public Optional<Request> settling(int client) {
        return Optional.of(poll(client));
    }

    @Override
    public boolean isEnough(ObjectNode answer) {
        for (JsonNode log : answer.get(MESSAGES)) {
            if (!log.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Checker> checkers() {
        return List.of(Workloads.kafkaLog(), new CommittedOffsets());
    }
}
