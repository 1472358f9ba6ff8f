package dev.faultline.reports;

import java.util.List;

/**
 * A space–time diagram as Lamport drew them, time running down: a line per node, an arrow per message. All lengths in pixels.
 *
 * @param note what is left out, in words
 */
record SpaceTime(
        int width,
        int height,
        List<Column> columns,
        List<Stretch> stretches,
        List<Band> bands,
        List<Arrow> arrows,
        List<Mark> marks,
        List<Moment> moments,
        String note) {

    /** A node or a client. */
    record Column(int x, String name, String style) {}

    /** Part of a node's line: {@code up}, {@code down}, {@code paused}, or {@code client}. */
    record Stretch(int x, int top, int bottom, String style) {}

    /** A fault of the network, or the step where it went wrong, across all nodes. */
    record Band(int y, String label, String style) {
        int textY() {
            return y - 3;
        }
    }

    /**
     * A message.
     *
     * @param path for the {@code d} of an SVG path
     * @param style {@code message}, {@code link} for acknowledgements of a link, {@code client}, and {@code lost} or
     *     {@code open} besides
     * @param anchor the step that it begins, or empty
     */
    record Arrow(String path, String style, String anchor, String title, Label label) {}

    record Label(int x, int y, String side, String text) {}

    /** Something that happens to one node. */
    record Mark(int x, int y, String kind, String caption, String title) {
        boolean isTimeout() {
            return kind.equals("timeout");
        }

        boolean isCrossed() {
            return kind.equals("crash") || kind.equals("drop");
        }

        boolean isStart() {
            return kind.equals("start");
        }

        boolean isPause() {
            return kind.equals("pause") || kind.equals("resume");
        }
    }

    /** A time beside the lines. */
    record Moment(int y, String label) {
        int textY() {
            return y + 3;
        }
    }

    boolean isEmpty() {
        return arrows.isEmpty() && marks.isEmpty();
    }
}
