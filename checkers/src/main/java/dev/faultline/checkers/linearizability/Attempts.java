package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.model.NondeterministicModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why the operation without a place could not be next after any of the orders. */
record Attempts<S>(NondeterministicModel<S> model, Search<S> search) {
    private static final int MOST = 8;

    /** One for each different way to arrive at the moment that no order got past, at most {@value #MOST}. */
    List<Map<String, Object>> all() {
        Set<Map<String, Object>> attempts = new LinkedHashSet<>();
        Steps steps = search.steps();
        long[] configuration = new long[steps.stride()];
        for (int i = 0; i < search.met().size() && attempts.size() < MOST; i++) {
            search.met().copy(i, configuration);
            if (Configurations.moment(configuration) == search.furthest()) {
                attempts.add(attempt(configuration, steps));
            }
        }
        return List.copyOf(attempts);
    }

    private Map<String, Object> attempt(long[] configuration, Steps steps) {
        Problem<S> problem = search.problem();
        Timetable timetable = problem.timetable();
        List<String> taken = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < timetable.openAt(search.furthest()); i++) {
            int call = timetable.open(search.furthest(), i);
            String words = Saying.sentence(problem.calls().get(call).operation());
            if (steps.has(configuration, call)) {
                taken.add(words);
            } else if (call != timetable.returning(search.furthest())) {
                waiting.add(words);
            }
        }
        Map<String, Object> attempt = new LinkedHashMap<>();
        String state = model.describe(problem.transitions().state(Configurations.state(configuration)));
        attempt.put("state", state);
        attempt.put("tookEffect", taken);
        attempt.put("waiting", waiting);
        attempt.put("why", why(state, taken, waiting));
        return attempt;
    }

    private String why(String state, List<String> taken, List<String> waiting) {
        String before = taken.isEmpty()
                ? "After everything that completed earlier"
                : "After everything that completed earlier and " + String.join(", ", taken);
        String blocked = Saying.brief(search.blocked().operation());
        String others = waiting.isEmpty()
                ? "and no other operation is open that could go first"
                : "and letting " + String.join(", ", waiting) + " go first does not help";
        return before + ", " + state + ", so " + blocked + " cannot be next, " + others + ".";
    }
}
