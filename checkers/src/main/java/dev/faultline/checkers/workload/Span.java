package dev.faultline.checkers.workload;

import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation and where it stands in the history.
 *
 * @param begin the position of its invocation
 * @param end the position of its completion, {@link Integer#MAX_VALUE} when it has none
 */
record Span(Operation operation, int begin, int end) {

    /** The clients' operations, in the order of their invocations. O(n). */
    static List<Span> of(History history) {
        List<Operation> operations = history.operations();
        int[] begins = new int[operations.size()];
        int[] ends = new int[operations.size()];
        Arrays.fill(ends, Integer.MAX_VALUE);
        Map<Integer, Integer> open = new HashMap<>();
        int invoked = 0;
        int position = 0;
        for (Event event : history.events()) {
            if (!event.isNemesis() && event.type() == EventType.INVOKE) {
                begins[invoked] = position;
                open.put(event.process(), invoked++);
            } else if (!event.isNemesis()) {
                ends[open.remove(event.process())] = position;
            }
            position++;
        }
        List<Span> spans = new ArrayList<>(invoked);
        for (int i = 0; i < invoked; i++) {
            spans.add(new Span(operations.get(i), begins[i], ends[i]));
        }
        return spans;
    }

    /** The operation of each event, by position; {@code null} for the nemesis. O(n). */
    static List<Span> byPosition(History history) {
        Span[] at = new Span[history.events().size()];
        for (Span span : of(history)) {
            at[span.begin] = span;
            if (span.operation.completion() != null) {
                at[span.end] = span;
            }
        }
        return Arrays.asList(at);
    }

    boolean is(String f) {
        return operation.f().equals(f);
    }

    boolean isOk() {
        return operation.isOk();
    }

    /** Whether it may have taken effect: it did not end in {@code :fail}. */
    boolean mayTakeEffect() {
        return operation.outcome() != EventType.FAIL;
    }

    /** Whether it was acknowledged before this position. */
    boolean acknowledgedBefore(int position) {
        return isOk() && end < position;
    }

    Event invocation() {
        return operation.invocation();
    }

    /** The event that tells most of it: the completion, or else the invocation. */
    Event event() {
        return operation.completion() == null ? operation.invocation() : operation.completion();
    }

    /** Such as {@code process 1 on n2 (event 7)}. */
    static String who(Event event) {
        return Violation.who(event) + " (event " + event.index() + ")";
    }
}
