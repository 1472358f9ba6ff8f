package dev.faultline.checkers.workload;

import static dev.faultline.checkers.history.Script.tuple;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A little broker with two logs, whose offsets have gaps, and consumers that begin at 0. */
final class Broker {
    private static final int PROCESSES = 3;

    /** What it does wrong, once in a while. */
    enum Defect {
        NONE,
        FORGETS,
        STORES_TWICE,
        REUSES_OFFSETS,
        GOES_BACK,
        JUMPS,
        ANY
    }

    private final Simulation simulation;
    private final Defect defect;
    private final int rarity;
    private final Map<String, List<List<Object>>> logs = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<List<Object>, Integer> positions = new HashMap<>();
    private long next;

    private Broker(long seed, Defect defect, int rarity) {
        this.simulation = new Simulation(seed, PROCESSES);
        this.defect = defect;
        this.rarity = rarity;
    }

    static History history(long seed, int steps, Defect defect, int rarity) {
        Broker broker = new Broker(seed, defect, rarity);
        broker.simulation.run(steps, broker::next);
        for (String key : List.of("x", "y")) {
            broker.positions.put(List.of(9, key), 0);
        }
        return broker.simulation
                .alone(9, new Simulation.Call("poll", null, () -> broker.poll(9, 1_000)))
                .history();
    }

    private Simulation.Call next(int process) {
        String key = simulation.random.nextBoolean() ? "x" : "y";
        long value = next++;
        return switch (simulation.random.nextInt(8)) {
            case 0 ->
                new Simulation.Call("subscribe", List.of(key), () -> {
                    positions.put(List.of(process, key), 0);
                    return List.of(key);
                });
            case 1, 2, 3 -> new Simulation.Call("send", List.of(key, value), () -> List.of(key, send(key, value)));
            case 4 ->
                new Simulation.Call(
                        "txn",
                        List.of(List.of(new Keyword("send"), key, value), List.of(new Keyword("poll"))),
                        () -> List.of(
                                List.of(new Keyword("send"), key, send(key, value)),
                                List.of(new Keyword("poll"), poll(process, 2))));
            default -> new Simulation.Call("poll", null, () -> poll(process, 1 + simulation.random.nextInt(3)));
        };
    }

    private boolean errs(Defect kind) {
        return (defect == kind || defect == Defect.ANY) && simulation.random.nextInt(rarity) == 0;
    }

    private List<Object> send(String key, long value) {
        long offset = ends.merge(key, 1L + simulation.random.nextInt(2), Long::sum);
        List<List<Object>> log = logs.computeIfAbsent(key, first -> new ArrayList<>());
        if (errs(Defect.REUSES_OFFSETS) && !log.isEmpty()) {
            offset = (Long) log.get(log.size() - 1).get(0);
        }
        if (!errs(Defect.FORGETS)) {
            log.add(List.of(offset, value));
        }
        if (errs(Defect.STORES_TWICE)) {
            log.add(List.of(ends.merge(key, 1L, Long::sum), value));
        }
        boolean unknown = simulation.random.nextInt(6) == 0;
        return tuple(unknown ? null : offset, value);
    }

    private Map<Object, Object> poll(int process, int most) {
        Map<Object, Object> answer = new HashMap<>();
        logs.forEach((key, log) -> {
            int from = positions.getOrDefault(List.of(process, key), 0);
            from = errs(Defect.GOES_BACK) ? Math.max(0, from - 1) : from;
            from = errs(Defect.JUMPS) ? Math.min(log.size(), from + 1) : from;
            int to = Math.min(log.size(), from + most);
            positions.put(List.of(process, key), to);
            answer.put(key, new ArrayList<>(log.subList(from, to)));
        });
        return answer;
    }
}
