package dev.faultline.reports;

import java.util.List;

/**
 * The part of a trace that is shown, since thousands of messages tell nobody anything.
 *
 * @param from the first line shown
 * @param until the line after the last one shown
 * @param note what is left out, in words; empty when nothing is
 */
record Window(List<TraceLine> trace, int from, int until, String note) {
    private static final int MOST_MESSAGES = 400;

    /** The last messages up to a moment, in nanoseconds since the run began. */
    static Window endingAt(List<TraceLine> trace, long time) {
        int until = trace.size();
        while (until > 0 && trace.get(until - 1).time() > time) {
            until--;
        }
        int from = until;
        int messages = 0;
        while (from > 0 && messages + weight(trace.get(from - 1)) <= MOST_MESSAGES) {
            messages += weight(trace.get(--from));
        }
        return new Window(trace, from, until, note("last", trace, from, until));
    }

    /** The first messages. */
    static Window beginning(List<TraceLine> trace) {
        int until = 0;
        int messages = 0;
        while (until < trace.size() && messages + weight(trace.get(until)) <= MOST_MESSAGES) {
            messages += weight(trace.get(until++));
        }
        return new Window(trace, 0, until, note("first", trace, 0, until));
    }

    /** A message that a client sends shows only where it arrives. */
    private static int weight(TraceLine line) {
        return line.is("send") || (line.is("deliver") && isClient(line.peer())) ? 1 : 0;
    }

    static boolean isClient(String name) {
        return name.startsWith("c") && name.length() > 1 && Character.isDigit(name.charAt(1));
    }

    private static String note(String which, List<TraceLine> trace, int from, int until) {
        long left = weight(trace.subList(0, from)) + weight(trace.subList(until, trace.size()));
        if (left == 0) {
            return "";
        }
        return "Only the " + which + " " + weight(trace.subList(from, until)) + " messages are shown"
                + (until < trace.size() && from > 0 ? " up to the end of the evidence" : "") + ": "
                + left + " others are in trace.jsonl.";
    }

    private static long weight(List<TraceLine> lines) {
        return lines.stream().mapToInt(Window::weight).sum();
    }

    /** The time of the first line shown, in nanoseconds; 0 when the window begins with the trace. */
    long begin() {
        return from == 0 || from >= trace.size() ? 0 : trace.get(from).time();
    }

    /** The time of the last line shown. */
    long end() {
        return until == 0 ? 0 : trace.get(until - 1).time();
    }

    /** Whether the trace goes on after the window. */
    boolean isCut() {
        return until < trace.size();
    }
}
