package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Gives each completion without an invocation one just before it: {@link Format#ELLE}. */
final class LoneCompletions implements Consumer<EventFields> {
    /** Above the processes of any history, so that a new one is nobody else's. */
    private static final int OWN_PROCESSES = 1_000_000_000;

    private static final Keyword READ = new Keyword("r");

    private final EventSink sink;
    private final Set<Integer> open = new HashSet<>();
    private boolean isRenumbered;

    LoneCompletions(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(EventFields fields) {
        fields.putMissing("f", "txn");
        if (!fields.isInvocation()) {
            fields.putMissing("process", (long) OWN_PROCESSES + sink.size());
        }
        Event event = fields.event(sink.size());
        if (event.type() == EventType.INVOKE) {
            open.add(event.process());
        } else if (!event.isNemesis() && !open.remove(event.process())) {
            isRenumbered = true;
            put(EventType.INVOKE, event, asked(event.value()), null, fields.place());
        }
        put(event.type(), event, event.value(), event.error(), fields.place());
    }

    private void put(EventType type, Event event, Object value, Object error, Place place) {
        int index = isRenumbered ? sink.size() : event.index();
        sink.add(new Event(index, event.time(), type, event.process(), event.f(), value, error, event.node()), place);
    }

    /** A transaction's value without the results of its reads. */
    private static Object asked(Object value) {
        if (!(value instanceof List<?> steps)) {
            return value;
        }
        List<Object> asked = new ArrayList<>(steps.size());
        for (Object step : steps) {
            boolean isRead = step instanceof List<?> parts && parts.size() == 3 && READ.equals(parts.get(0));
            asked.add(isRead ? Arrays.asList(READ, ((List<?>) step).get(1), null) : step);
        }
        return asked;
    }

    /** Whether the fields are of a transaction that completes. */
    static boolean isTransaction(Event event) {
        return event.type() != EventType.INVOKE
                && event.f().equals("txn")
                && event.value() instanceof List<?> steps
                && steps.stream().allMatch(step -> step instanceof List<?> parts && parts.size() == 3);
    }
}
