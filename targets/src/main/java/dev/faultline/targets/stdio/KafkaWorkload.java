package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code kafka}: logs whose messages keep their order, and consumers that each read every log from its beginning. */
final class KafkaWorkload implements Workload {
    private static final int LOGS = 4;
    private static final String KEY = "key";
    private static final String OFFSETS = "offsets";

    /** What each client wants next of each log. */
    private final Map<Integer, Map<String, Long>> positions = new HashMap<>();

    private long last;

    @Override
    public Request next(int client, RandomGenerator random) {
        String log = "k" + random.nextInt(LOGS);
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> send(log);
            case 4, 5, 6 -> poll(client);
            default -> commit(client);
        };
    }

    private Request send(String log) {
        long message = ++last;
        return Request.write(
                "send", List.of(log, message), Packet.body("send").put(KEY, log).put("msg", message));
    }

    private Request poll(int client) {
        ObjectNode body = Packet.body("poll");
        body.set(OFFSETS, Values.json(positions(client)));
        return Request.read("poll", null, body);
    }

    private Map<String, Long> positions(int client) {
        return positions.computeIfAbsent(client, unknown -> {
            Map<String, Long> beginning = new LinkedHashMap<>();
            for (int log = 0; log < LOGS; log++) {
                beginning.put("k" + log, 0L);
            }
            return beginning;
        });
    }

    private Request commit(int client) {
        ObjectNode body = Packet.body("commit_offsets");
        body.set(OFFSETS, Values.json(positions(client)));
        return Request.write("commit", new LinkedHashMap<>(positions(client)), body);
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return switch (asked.f()) {
            case "send" -> sent(asked, answer);
            case "poll" -> polled(client, answer.path("msgs"));
            default -> asked.value();
        };
    }

    private static Object sent(Request asked, ObjectNode answer) {
        List<?> message = (List<?>) asked.value();
        List<Object> place = new ArrayList<>();
        place.add(Values.of(answer.get("offset")));
        place.add(message.get(1));
        return List.of(message.get(0), place);
    }

    private Object polled(int client, JsonNode messages) {
        Map<String, Long> next = positions(client);
        messages.properties().forEach(log -> log.getValue()
                .forEach(pair -> next.merge(log.getKey(), pair.get(0).asLong() + 1, Math::max)));
        return Values.of(messages);
    }

    @Override
    public Optional<Request> last(int client) {
        return Optional.of(poll(client));
    }

    @Override
    public boolean isLast(Request asked, ObjectNode answer) {
        for (JsonNode log : answer.path("msgs")) {
            if (!log.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Checker checker() {
        return dev.faultline.checkers.workload.Workloads.kafkaLog();
    }
}
