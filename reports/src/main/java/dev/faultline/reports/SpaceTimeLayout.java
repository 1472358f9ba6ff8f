package dev.faultline.reports;

import dev.faultline.reports.SpaceTime.Arrow;
import dev.faultline.reports.SpaceTime.Band;
import dev.faultline.reports.SpaceTime.Column;
import dev.faultline.reports.SpaceTime.Label;
import dev.faultline.reports.SpaceTime.Mark;
import dev.faultline.reports.SpaceTime.Moment;
import dev.faultline.reports.SpaceTime.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Draws the window of a trace. Time runs down, but not to scale: every event gets a place of its own, and a longer wait a
 * longer way, so that a busy millisecond and a quiet second are both readable.
 */
final class SpaceTimeLayout {
    private static final int LEFT = 84;
    private static final int COLUMN = 150;
    private static final int TOP = 14;
    private static final int ROW = 11;
    private static final int CAPTION = 6;
    private static final int SLANT = 7;
    private static final int BETWEEN_MOMENTS = 13;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Window window;
    private final String prefix;
    private final long decisiveStep;
    private final Map<String, Integer> xs = new LinkedHashMap<>();
    private final Map<String, Lifeline> lifelines = new HashMap<>();
    private final Map<Long, Sent> sent = new LinkedHashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private int y = TOP;
    private long time;
    private int lastMoment = -BETWEEN_MOMENTS;

    /** What a node's line has looked like since a place. */
    private record Lifeline(int since, String style) {}

    /** A message under way. */
    private record Sent(TraceLine line, int x, int y, boolean arrived) {}

    private SpaceTimeLayout(Window window, String prefix, long decisiveStep) {
        this.window = window;
        this.prefix = prefix;
        this.decisiveStep = decisiveStep;
    }

    /**
     * The diagram.
     *
     * @param nodes the nodes, in the order of their lines; others that the trace names come after them
     * @param prefix begins the anchors of the steps that arrows lead to
     * @param decisiveStep the step after which the violation was seen, or -1
     */
    static SpaceTime draw(Window window, List<String> nodes, String prefix, long decisiveStep) {
        return new SpaceTimeLayout(window, prefix, decisiveStep).drawn(nodes);
    }

    private SpaceTime drawn(List<String> nodes) {
        placeColumns(nodes);
        time = window.begin();
        for (int index = 0; index < window.until(); index++) {
            TraceLine line = window.trace().get(index);
            if (index < window.from()) {
                remember(line);
            } else {
                show(index, line);
            }
        }
        sent.values().stream().filter(message -> !message.arrived()).forEach(this::leaveOpen);
        y += ROW * 2;
        xs.keySet().forEach(name -> stretch(name, "end"));
        List<Column> columns = xs.entrySet().stream()
                .map(x -> new Column(x.getValue(), x.getKey(), Window.isClient(x.getKey()) ? "client" : "node"))
                .toList();
        int width = LEFT + COLUMN * xs.size();
        return new SpaceTime(width, y, columns, stretches, bands, arrows, marks, moments, window.note());
    }

    private void placeColumns(List<String> nodes) {
        nodes.forEach(this::place);
        TreeSet<String> others = new TreeSet<>(Comparator.comparing(Window::isClient)
                .thenComparing(String::length)
                .thenComparing(x -> x));
        for (TraceLine line : window.trace().subList(window.from(), window.until())) {
            if (line.node() != null) {
                others.add(line.node());
            }
            if (line.peer() != null) {
                others.add(line.peer());
            }
        }
        others.forEach(this::place);
    }

    private void place(String name) {
        if (xs.putIfAbsent(name, LEFT + COLUMN / 2 + COLUMN * xs.size()) == null) {
            lifelines.put(name, new Lifeline(0, Window.isClient(name) ? "client" : "up"));
        }
    }

    /** What came before the window matters only for how the lines begin. */
    private void remember(TraceLine line) {
        String style = styleAfter(line);
        if (!style.isEmpty() && xs.containsKey(line.node())) {
            lifelines.put(line.node(), new Lifeline(0, style));
        }
    }

    private static String styleAfter(TraceLine line) {
        return switch (line.kind()) {
            case "start", "resume" -> "up";
            case "crash" -> "down";
            case "pause" -> "paused";
            default -> "";
        };
    }

    private void show(int index, TraceLine line) {
        if (line.is("state")) {
            markDecisive(line.step());
            return;
        }
        if (index > 0 && line.isLossOf(window.trace().get(index - 1))) {
            lose(line);
            return;
        }
        advance(line);
        switch (line.kind()) {
            case "send" -> send(line);
            case "deliver" -> arrive(index, line, "");
            case "drop" -> arrive(index, line, " lost");
            case "fault" -> bands.add(new Band(y, Wording.fault(line.what()), "fault"));
            default -> happen(line);
        }
    }

    private void advance(TraceLine line) {
        double micros = (line.time() - time) / NANOS_PER_MICRO;
        y += ROW + (int) Math.round(4 * Math.log10(1 + Math.max(0, micros) / 100));
        time = line.time();
        String moment = Wording.millis(time);
        boolean isNews =
                moments.isEmpty() || !moments.get(moments.size() - 1).label().equals(moment);
        if (isNews && y - lastMoment >= BETWEEN_MOMENTS) {
            moments.add(new Moment(y, moment));
            lastMoment = y;
        }
    }

    private void send(TraceLine line) {
        int x = xs.get(line.node());
        if (Window.isClient(line.peer())) {
            draw(line, x, y, xs.get(line.peer()), y + SLANT, "", "");
        } else {
            sent.put(line.message(), new Sent(line, x, y, false));
        }
    }

    private void arrive(int index, TraceLine line, String fate) {
        int from = xs.get(line.peer());
        Sent origin = sent.get(line.message());
        int begin = origin == null ? (Window.isClient(line.peer()) ? y - SLANT : 0) : origin.y();
        draw(
                line,
                from,
                begin,
                xs.get(line.node()),
                y,
                fate + (origin != null && origin.arrived() ? " copy" : ""),
                prefix + "-" + index);
        if (origin != null) {
            sent.put(line.message(), new Sent(origin.line(), origin.x(), origin.y(), true));
        }
        if (!fate.isEmpty()) {
            marks.add(new Mark(xs.get(line.node()), y, "drop", "", "lost"));
        }
        markDecisive(line.step());
    }

    private void markDecisive(long step) {
        if (step == decisiveStep
                && bands.stream().noneMatch(band -> band.style().equals("decisive"))) {
            bands.add(new Band(y, "step " + step, "decisive"));
        }
    }

    /** A message that is lost as it is sent gets half an arrow. */
    private void lose(TraceLine line) {
        Sent origin = sent.remove(line.message());
        if (origin == null) {
            return;
        }
        int x = origin.x() + (xs.get(line.node()) - origin.x()) / 2;
        draw(origin.line(), origin.x(), origin.y(), x, origin.y() + SLANT, " lost", "");
        marks.add(new Mark(x, origin.y() + SLANT, "drop", "", "lost"));
    }

    private void leaveOpen(Sent message) {
        int x = message.x() + (xs.get(message.line().peer()) - message.x()) / 4;
        draw(message.line(), message.x(), message.y(), x, message.y() + SLANT, " open", "");
    }

    private void happen(TraceLine line) {
        String style = styleAfter(line);
        if (!style.isEmpty()) {
            stretch(line.node(), style);
        }
        String what = line.what() == null ? "" : " " + Wording.value(line.what());
        String title = line.node() + " " + line.kind() + what + ", " + Wording.millis(line.time());
        String caption = line.is("timeout") ? Wording.timer(line.what()) : line.kind();
        marks.add(new Mark(xs.get(line.node()), y, line.kind(), line.is("start") ? "" : caption, title));
        y += CAPTION;
    }

    private void stretch(String name, String next) {
        Lifeline line = lifelines.get(name);
        stretches.add(new Stretch(xs.get(name), line.since(), y, line.style()));
        lifelines.put(name, new Lifeline(y, next));
    }

    private void draw(TraceLine line, int x1, int y1, int x2, int y2, String fate, String anchor) {
        boolean client = Window.isClient(line.peer()) || Window.isClient(line.node());
        String style = client ? "client" : Wording.isAcknowledgement(line.what()) ? "link" : "message";
        String from = line.is("send") ? line.node() : line.peer();
        String to = line.is("send") ? line.peer() : line.node();
        String title = from + " → " + to + ": " + Wording.message(line.what()) + ", " + Wording.millis(line.time());
        arrows.add(new Arrow(path(x1, y1, x2, y2, fate), style + fate, anchor, title, label(line, x1, y1, x2)));
    }

    private static Label label(TraceLine line, int x1, int y1, int x2) {
        boolean right = x2 >= x1;
        String text = Wording.isAcknowledgement(line.what()) ? "" : Wording.type(line.what());
        return new Label(right ? x1 + 7 : x1 - 7, y1 - 2, right ? "start" : "end", text);
    }

    private static String path(int x1, int y1, int x2, int y2, String fate) {
        if (x1 == x2) {
            return "M" + x1 + " " + y1 + "c34 0 34 " + (y2 - y1) + " 3 " + (y2 - y1)
                    + (fate.isEmpty() ? "l5 -4m-5 4l6 3" : "");
        }
        String line = "M" + x1 + " " + y1 + "L" + x2 + " " + y2;
        return fate.contains("lost") ? line : line + head(x1, y1, x2, y2);
    }

    /** Two short strokes that end where the line does. */
    private static String head(int x1, int y1, int x2, int y2) {
        double angle = Math.atan2(y2 - y1, x2 - x1);
        StringBuilder strokes = new StringBuilder();
        for (double turn : new double[] {0.45, -0.45}) {
            long x = Math.round(x2 - 7 * Math.cos(angle + turn));
            long y = Math.round(y2 - 7 * Math.sin(angle + turn));
            strokes.append('M')
                    .append(x)
                    .append(' ')
                    .append(y)
                    .append('L')
                    .append(x2)
                    .append(' ')
                    .append(y2);
        }
        return strokes.toString();
    }
}
