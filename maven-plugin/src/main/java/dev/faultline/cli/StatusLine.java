package dev.faultline.cli;

import java.util.concurrent.TimeUnit;

/** The line that moves while claims run. */
final class StatusLine {
    private static final int WIDTH = 100;
    private static final String[] WHEEL = {"|", "/", "-", "\\"};

    private StatusLine() {}

    /**
     * Its text.
     *
     * @param done how many claims and bugs have finished
     * @param total how many there are, as far as known
     * @param seeds how many seeds they took
     * @param nanos the time since the beginning
     * @param running what is being run
     */
    static String text(int done, int total, long seeds, long nanos, String running) {
        double seconds = nanos / (double) TimeUnit.SECONDS.toNanos(1);
        String wheel = WHEEL[(int) (TimeUnit.NANOSECONDS.toMillis(nanos) / 200 % WHEEL.length)];
        StringBuilder text = new StringBuilder(wheel + " " + done + "/" + total + " done");
        if (done > 0 && seconds > 0) {
            text.append(", ").append(Math.round(seeds / seconds)).append(" seeds/s");
            long left = Math.round(seconds / done * (total - done));
            text.append(", about ").append(left).append(" s left");
        }
        text.append(", ").append(Math.round(seconds)).append(" s so far: ").append(running);
        return Words.cut(text.toString(), WIDTH);
    }
}
