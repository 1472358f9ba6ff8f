package dev.faultline.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a moment of a run stands between the left and the right edge.
 *
 * @param end the right edge, in nanoseconds since the run began
 */
record Scale(long end) {
    private static final int MOST_TICKS = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    /** A mark of the time axis. */
    record Tick(String left, String label) {}

    /** Percent from the left edge, for a style sheet. */
    String at(long time) {
        return percent(end == 0 ? 0 : 100.0 * time / end);
    }

    /** The width of a span in percent. */
    String width(long from, long until) {
        return percent(end == 0 ? 0 : 100.0 * (until - from) / end);
    }

    private static String percent(double value) {
        return Wording.decimal(Math.round(value * 10_000), 4);
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        double step = roundStep(end / NANOS_PER_MILLI / MOST_TICKS);
        for (int i = 0; i * step * NANOS_PER_MILLI < end; i++) {
            ticks.add(new Tick(at(Math.round(i * step * NANOS_PER_MILLI)), Wording.number(i * step)));
        }
        return ticks;
    }

    /** The next of 1, 2, 5, 10, 20, 50 … that is not smaller. */
    static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-6))));
        for (int factor : new int[] {1, 2, 5}) {
            if (power * factor >= least) {
                return power * factor;
            }
        }
        return power * 10;
    }
}
