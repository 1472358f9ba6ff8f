package dev.faultline.reports;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operations of a run: a lane per client process, a bar per operation, the faults shaded across the lanes.
 *
 * @param unit of the axis
 * @param left how many processes have no lane because there are too many
 */
record Timeline(
        String unit, List<Scale.Tick> ticks, List<FaultRow> faults, List<Shade> shades, List<Lane> lanes, int left) {
    private static final int MOST_LANES = 150;

    boolean isEmpty() {
        return lanes.isEmpty() && faults.isEmpty();
    }

    boolean hasLeft() {
        return left > 0;
    }

    /** A row of faults that do not overlap. */
    record FaultRow(List<Shade> spans) {}

    /** A fault, positioned in percent. */
    record Shade(String left, String width, String kind, String label, String when) {}

    record Lane(String process, List<Bar> bars) {
        boolean isQuiet() {
            return bars.stream().noneMatch(Bar::evidence);
        }
    }

    /**
     * An operation, positioned in percent.
     *
     * @param outcome {@code ok}, {@code fail} or {@code info}
     * @param text what fits into the bar
     * @param detail everything about it, in a sentence
     * @param evidence whether it is among the events that show a violation
     */
    record Bar(String left, String width, String outcome, String text, String detail, boolean evidence) {}

    /** Operations spaced by their times, from the beginning of a run to its end in nanoseconds. */
    static Timeline of(History history, long end, Set<Integer> evidence) {
        Scale scale = new Scale(end);
        List<FaultSpan> faults = FaultSpan.of(history.faults(), end);
        List<Shade> shades =
                faults.stream().map(fault -> shade(fault.shaded(), scale)).toList();
        return drawn(history.operations(), new TimeAxis(scale), evidence, rows(faults, scale), shades);
    }

    /** Operations spaced by the order of their events, since only that counts for many a property. */
    static Timeline inOrder(List<Operation> operations, Set<Integer> evidence) {
        return drawn(operations, OrderAxis.of(operations, evidence), evidence, List.of(), List.of());
    }

    private static Timeline drawn(
            List<Operation> operations, Axis axis, Set<Integer> evidence, List<FaultRow> faults, List<Shade> shades) {
        Map<Integer, List<Bar>> processes = new TreeMap<>();
        for (Operation operation : operations) {
            processes
                    .computeIfAbsent(operation.process(), process -> new ArrayList<>())
                    .add(bar(operation, axis, evidence));
        }
        List<Lane> lanes = processes.entrySet().stream()
                .map(process -> new Lane(String.valueOf(process.getKey()), process.getValue()))
                .sorted(Comparator.comparing(lane -> lane.isQuiet() ? 1 : 0))
                .limit(MOST_LANES)
                .sorted(Comparator.comparing(lane -> Integer.parseInt(lane.process())))
                .toList();
        return new Timeline(
                axis.unit(), axis.ticks(), faults, shades, lanes, Math.max(0, processes.size() - MOST_LANES));
    }

    /** Puts every fault into the first row where it overlaps no other. */
    private static List<FaultRow> rows(List<FaultSpan> faults, Scale scale) {
        List<FaultRow> rows = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (FaultSpan fault : faults) {
            int row = 0;
            while (row < rows.size() && ends.get(row) > fault.from()) {
                row++;
            }
            if (row == rows.size()) {
                rows.add(new FaultRow(new ArrayList<>()));
                ends.add(0L);
            }
            rows.get(row).spans().add(shade(fault, scale));
            ends.set(row, fault.until());
        }
        return rows;
    }

    private static Shade shade(FaultSpan fault, Scale scale) {
        String until = fault.ended() ? Wording.millis(fault.until()) : "the end of the run";
        return new Shade(
                scale.at(fault.from()),
                scale.width(fault.from(), fault.until()),
                fault.f(),
                fault.label(),
                fault.label() + ", from " + Wording.millis(fault.from()) + " to " + until);
    }

    private static Bar bar(Operation operation, Axis axis, Set<Integer> evidence) {
        return new Bar(
                axis.left(operation),
                axis.width(operation),
                operation.outcome().name().toLowerCase(Locale.ROOT),
                text(operation),
                detail(operation) + ", from " + axis.span(operation),
                shows(operation, evidence));
    }

    /** Whether an event of the operation is evidence. */
    static boolean shows(Operation operation, Set<Integer> evidence) {
        return evidence.contains(operation.invocation().index())
                || (operation.completion() != null
                        && evidence.contains(operation.completion().index()));
    }

    private static String text(Operation operation) {
        String input = operation.input() == null ? "" : " " + Wording.value(operation.input());
        boolean news = operation.isOk()
                && operation.output() != null
                && !Objects.equals(operation.output(), operation.input());
        return operation.f() + input + (news ? " → " + Wording.value(operation.output()) : "");
    }

    private static String detail(Operation operation) {
        StringBuilder detail = new StringBuilder("process " + operation.process() + ": " + text(operation));
        detail.append(", ").append(outcome(operation));
        if (operation.completion() != null && operation.completion().error() != null) {
            detail.append(" (")
                    .append(Wording.value(operation.completion().error()))
                    .append(')');
        }
        String node = operation.completion() == null
                ? operation.invocation().node()
                : operation.completion().node();
        return detail.append(node == null ? "" : ", at " + node).toString();
    }

    private static String outcome(Operation operation) {
        return switch (operation.outcome()) {
            case OK -> "ok";
            case FAIL -> "failed, without any effect";
            case INFO, INVOKE -> operation.completion() == null ? "never completed" : "outcome unknown";
        };
    }
}
