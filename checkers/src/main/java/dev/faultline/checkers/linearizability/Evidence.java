package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Meter;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A few operations that contradict each other whatever the others did.
 *
 * <p>Leaving operations out may create a contradiction that was not there: a read is no violation because its write was
 * left out. So an operation is only ever made <em>optional</em>, which makes a history easier to linearize; one that
 * only reads is dropped, for the same reason. What must stay mandatory is the evidence, and it is not linearizable by
 * itself either. Greedy, one operation at a time, newest first: at most {@value #CANDIDATES} short searches.
 *
 * <p>When the older part of a long history cannot be relaxed at once, the evidence is the end of the history instead.
 */
final class Evidence<S> {
    private static final int CANDIDATES = 60;
    private static final int TAIL = 20;
    private static final long CONFIGURATIONS = 2_000;

    private final NondeterministicModel<S> model;
    private final Deadline deadline;
    private final List<Call> prefix;
    private final List<Integer> newestFirst;
    private final boolean[] relaxed;

    Evidence(NondeterministicModel<S> model, List<Call> calls, Call blocked, Deadline deadline) {
        this.model = model;
        this.deadline = deadline;
        prefix = calls.stream()
                .filter(call -> call.start() < blocked.end())
                .filter(call -> call.end() <= blocked.end() || !model.isReadOnly(call.operation()))
                .map(call -> call.end() <= blocked.end() ? call : call.asOptional())
                .toList();
        newestFirst = IntStream.range(0, prefix.size())
                .boxed()
                .filter(i -> !prefix.get(i).isOptional())
                .sorted(Comparator.comparing(i -> -prefix.get(i).end()))
                .toList();
        relaxed = new boolean[prefix.size()];
    }

    List<Event> events() {
        int candidates = Math.min(CANDIDATES, newestFirst.size());
        if (!relax(newestFirst.subList(candidates, newestFirst.size()))) {
            return eventsOf(newestFirst.subList(0, TAIL));
        }
        // The first candidate is the one without a place, which is mandatory.
        for (int i = 1; i < candidates; i++) {
            relax(newestFirst.subList(i, i + 1));
        }
        return eventsOf(newestFirst.stream().filter(i -> !relaxed[i]).toList());
    }

    /** Makes these calls optional, unless the contradiction might vanish. */
    private boolean relax(List<Integer> some) {
        if (some.isEmpty()) {
            return true;
        }
        some.forEach(i -> relaxed[i] = true);
        Search<S> search = new Search<>(new Problem<>(model, weaker()));
        boolean stillInvalid = search.run(new Limits(deadline, CONFIGURATIONS, Meter.SILENT)) == Verdict.INVALID;
        some.forEach(i -> relaxed[i] = stillInvalid);
        return stillInvalid;
    }

    private List<Call> weaker() {
        List<Call> weaker = new ArrayList<>(prefix.size());
        for (int i = 0; i < relaxed.length; i++) {
            Call call = prefix.get(i);
            if (!relaxed[i]) {
                weaker.add(call);
            } else if (!model.isReadOnly(call.operation())) {
                weaker.add(call.asOptional());
            }
        }
        return weaker;
    }

    private List<Event> eventsOf(List<Integer> some) {
        TreeMap<Integer, Event> events = new TreeMap<>();
        for (int i : some) {
            Call call = prefix.get(i);
            events.put(call.start(), call.operation().invocation());
            events.put(call.end(), call.operation().completion());
        }
        return List.copyOf(events.values());
    }
}
