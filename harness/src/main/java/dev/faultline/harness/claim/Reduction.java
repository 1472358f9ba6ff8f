package dev.faultline.harness.claim;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.workload.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a seed's schedule is kept. Since the schedule follows from the seed, these numbers are all that a replay needs.
 *
 * <p>Written as {@code faults=0,3-5;sessions=2,7;nodes=node:3}; a part that is left out is kept whole.
 *
 * @param faults the numbers of the faults that are kept
 * @param sessions the numbers of the sessions that are kept
 * @param sizes the sizes of roles that have become smaller
 */
public record Reduction(TreeSet<Integer> faults, TreeSet<Integer> sessions, Map<String, Integer> sizes) {
    private static final Pattern SHAPE = Pattern.compile(
            "faults=(?<faults>[0-9,-]*);sessions=(?<sessions>[0-9,-]*)(;nodes=(?<nodes>[A-Za-z0-9_:,-]+))?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(-(\\d{1,7}))?");

    static Reduction of(List<PlannedFault> faults, List<Session> sessions, Map<String, Integer> sizes) {
        TreeSet<Integer> keptFaults =
                new TreeSet<>(faults.stream().map(PlannedFault::index).toList());
        TreeSet<Integer> keptSessions =
                new TreeSet<>(sessions.stream().map(Session::index).toList());
        return new Reduction(keptFaults, keptSessions, sizes);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Reduction parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw malformed(text);
        }
        Map<String, Integer> sizes = new LinkedHashMap<>();
        if (matcher.group("nodes") != null) {
            for (String size : matcher.group("nodes").split(",", -1)) {
                int colon = size.lastIndexOf(':');
                if (colon < 1 || !size.substring(colon + 1).matches("[1-9]\\d{0,3}")) {
                    throw malformed(text);
                }
                sizes.put(size.substring(0, colon), Integer.parseInt(size.substring(colon + 1)));
            }
        }
        return new Reduction(numbers(matcher.group("faults"), text), numbers(matcher.group("sessions"), text), sizes);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("faultline.keep is '" + text
                + "', and must look like 'faults=0,3-5;sessions=2,7;nodes=node:3'. Nothing was run. Copy the whole replay"
                + " command from the report, with its quotation marks.");
    }

    private static TreeSet<Integer> numbers(String list, String text) {
        TreeSet<Integer> numbers = new TreeSet<>();
        if (list.isEmpty()) {
            return numbers;
        }
        for (String part : list.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw malformed(text);
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(3) == null ? first : Integer.parseInt(range.group(3));
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** The part of the plan that is kept. */
    RunPlan of(RunPlan whole) {
        return whole.on(sized(whole.cluster()))
                .withFaults(whole.faults().stream()
                        .filter(fault -> faults.contains(fault.index()))
                        .toList())
                .withSessions(whole.sessions().stream()
                        .filter(session -> sessions.contains(session.index()))
                        .toList());
    }

    private Cluster sized(Cluster whole) {
        Cluster smaller = whole;
        for (Role role : whole.roles()) {
            Integer size = sizes.get(role.name());
            smaller = size == null ? smaller : smaller.resized(role.name(), size);
        }
        return smaller;
    }

    @Override
    public String toString() {
        String nodes = String.join(
                ",",
                sizes.entrySet().stream()
                        .map(size -> size.getKey() + ":" + size.getValue())
                        .toList());
        return "faults=" + ranges(faults) + ";sessions=" + ranges(sessions)
                + (nodes.isEmpty() ? "" : ";nodes=" + nodes);
    }

    private static String ranges(TreeSet<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        int first = -1;
        int last = -2;
        for (int number : numbers) {
            if (number != last + 1) {
                add(parts, first, last);
                first = number;
            }
            last = number;
        }
        add(parts, first, last);
        return String.join(",", parts);
    }

    private static void add(List<String> parts, int first, int last) {
        if (first >= 0) {
            parts.add(first == last ? "" + first : first + "-" + last);
        }
    }
}
