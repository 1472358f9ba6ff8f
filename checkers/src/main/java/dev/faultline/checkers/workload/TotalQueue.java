package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * See {@link Workloads#totalQueue()}.
 *
 * @param exactlyOnce whether an element must not come out twice
 */
record TotalQueue(String name, boolean exactlyOnce) implements Checker {
    private static final String ELEMENTS = "a collection of elements";

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Span> at = Span.byPosition(history);
        QueueTraffic traffic = new QueueTraffic(exactlyOnce);
        for (int position = 0; position < at.size(); position++) {
            Span span = at.get(position);
            if (span != null && span.is("enqueue")) {
                enqueue(span, position, traffic);
            } else if (span != null && span.end() == position) {
                take(span, traffic);
            }
        }
        long open = history.operations().stream()
                .filter(operation -> operation.completion() == null)
                .filter(operation -> operation.f().equals("dequeue"))
                .count();
        boolean draining = history.operations().stream()
                .anyMatch(operation -> operation.f().equals("drain") && operation.isPending());
        return traffic.decide(open, draining, details(history));
    }

    private static Map<String, Object> details(History history) {
        Map<String, Object> details = new LinkedHashMap<>();
        List<Operation> enqueues = history.operations().stream()
                .filter(operation -> operation.f().equals("enqueue"))
                .toList();
        details.put("attempted", enqueues.size());
        details.put("acknowledged", enqueues.stream().filter(Operation::isOk).count());
        return details;
    }

    private static void enqueue(Span span, int position, QueueTraffic traffic) {
        Object element = Shapes.present(span.invocation(), "an element");
        if (!span.mayTakeEffect()) {
            traffic.refused(element, span);
        } else if (span.begin() == position) {
            traffic.offered(element);
        } else if (span.isOk()) {
            traffic.acknowledged(element, span);
        }
    }

    private static void take(Span span, QueueTraffic traffic) {
        Event event = span.event();
        if (span.is("drain") && (span.isOk() || event.value() instanceof Collection)) {
            Shapes.collection(event, ELEMENTS).forEach(element -> traffic.taken(element, event));
        } else if (span.is("dequeue") && span.isOk() && event.value() != null) {
            traffic.taken(event.value(), event);
        } else if (span.is("dequeue") && event.type() == EventType.INFO) {
            traffic.takenPerhaps();
        }
        boolean drained = span.is("drain") && span.isOk();
        if (drained || (span.is("dequeue") && foundNothing(event))) {
            traffic.empty(span);
        }
    }

    private static boolean foundNothing(Event event) {
        return switch (event.type()) {
            case OK -> event.value() == null;
            case FAIL -> saysEmpty(event.error()) || saysEmpty(event.value());
            default -> false;
        };
    }

    private static boolean saysEmpty(Object reason) {
        String word = Shapes.word(reason);
        return word.contains("empty") || word.contains("exhausted");
    }
}
