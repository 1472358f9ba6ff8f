package dev.faultline.reports;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a trace step by step, with what the clients saw in between.
 *
 * <p>A step begins with something that happens to a node; what the node sends and how its state changes belong to it.
 */
final class Story {
    private static final String LOST = ", which is lost";

    private final Window window;
    private final String prefix;
    private final long decisiveStep;
    private final Deque<Event> clients = new ArrayDeque<>();
    private final Set<Integer> evidence;
    private final Map<String, Object> states = new HashMap<>();
    private final Set<String> down = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private long handled;
    private Step open;
    private TraceLine opener;

    /**
     * A step of the story.
     *
     * @param anchor where the diagram links to
     * @param number the step's number, or empty for what no node handles
     * @param evidence whether a client saw here what shows the violation
     * @param decisive whether the violation was seen here
     * @param effects what the node sent
     * @param changes how its state changed
     */
    record Step(
            String anchor,
            String number,
            String time,
            String kind,
            String text,
            boolean evidence,
            boolean decisive,
            List<Effect> effects,
            List<StateChange> changes) {

        boolean hasChanges() {
            return !changes.isEmpty();
        }

        /** The sending of a message that is lost at once. */
        private Step lost() {
            return new Step(anchor, number, time, "drop", text + LOST, evidence, decisive, effects, changes);
        }

        /** The fields that changed, in short. */
        String changed() {
            return Wording.count(changes.size(), "field");
        }
    }

    /** A message that was sent. */
    record Effect(String text, boolean lost) {}

    private Story(Window window, String prefix, long decisiveStep, Optional<History> history, Set<Integer> evidence) {
        this.window = window;
        this.prefix = prefix;
        this.decisiveStep = decisiveStep;
        this.evidence = evidence;
        history.ifPresent(seen ->
                seen.events().stream().filter(event -> !event.isNemesis()).forEach(clients::add));
    }

    /**
     * The steps of the window.
     *
     * @param prefix begins every anchor
     * @param decisiveStep the step after which the violation was seen, or -1
     */
    static List<Step> of(
            Window window, String prefix, long decisiveStep, Optional<History> history, Set<Integer> evidence) {
        return new Story(window, prefix, decisiveStep, history, evidence).told();
    }

    private List<Step> told() {
        for (int index = 0; index < window.until(); index++) {
            TraceLine line = window.trace().get(index);
            if (index == window.from()) {
                clients.removeIf(event -> event.time() < window.begin());
                steps.clear();
            }
            tell(index, line);
        }
        letClientsSpeak(window.isCut() ? window.end() + 1 : Long.MAX_VALUE);
        return steps;
    }

    private void tell(int index, TraceLine line) {
        switch (line.kind()) {
            case "send" -> send(index, line);
            case "state" -> change(line);
            case "drop" -> drop(index, line);
            default -> begin(index, line);
        }
    }

    /** What a node sends belongs to what it handles, unless others have done something since. */
    private void send(int index, TraceLine line) {
        if (opener != null && line.node().equals(opener.node())) {
            open.effects().add(new Effect("sends " + Wording.message(line.what()) + " to " + line.peer(), false));
        } else {
            begin(index, line);
        }
    }

    private void change(TraceLine line) {
        List<StateChange> changes = StateChange.between(states.put(line.node(), line.what()), line.what());
        if (open != null && line.node().equals(opener.node())) {
            open.changes().addAll(changes);
        }
    }

    private void drop(int index, TraceLine line) {
        TraceLine before = index == 0 ? null : window.trace().get(index - 1);
        if (before != null && line.isLossOf(before) && open != null) {
            loseWhatWasSent();
        } else {
            begin(index, line);
        }
    }

    private void loseWhatWasSent() {
        List<Effect> effects = open.effects();
        if (effects.isEmpty()) {
            open = open.lost();
            steps.set(steps.size() - 1, open);
        } else {
            Effect sent = effects.remove(effects.size() - 1);
            effects.add(new Effect(sent.text() + LOST, true));
        }
    }

    private void begin(int index, TraceLine line) {
        letClientsSpeak(line.time());
        String number = number(line);
        boolean decisive = !number.isEmpty() && Long.parseLong(number) == decisiveStep;
        opener = line;
        open = new Step(
                prefix + "-" + index,
                number,
                Wording.millis(line.time()),
                line.kind(),
                sentence(line),
                false,
                decisive,
                new ArrayList<>(),
                new ArrayList<>());
        steps.add(open);
    }

    /** What a node handles has a number; a node that crashes while it handles something has not handled it. */
    private String number(TraceLine line) {
        switch (line.kind()) {
            case "deliver", "start", "timeout" -> {
                handled = line.is("deliver") ? line.step() : Math.max(handled + 1, line.step());
                return String.valueOf(handled);
            }
            case "crash" -> {
                if (isCutShortBy(line)) {
                    handled--;
                }
                return "";
            }
            default -> {
                return "";
            }
        }
    }

    private boolean isCutShortBy(TraceLine crash) {
        return opener != null
                && (opener.is("deliver") || opener.is("start") || opener.is("timeout"))
                && crash.node().equals(opener.node())
                && crash.time() == opener.time();
    }

    private String sentence(TraceLine line) {
        String node = line.node();
        return switch (line.kind()) {
            case "start" -> node + (down.remove(node) ? " starts again" : " starts");
            case "send" -> node + " sends " + Wording.message(line.what()) + " to " + line.peer();
            case "deliver" -> node + " receives " + Wording.message(line.what()) + " from " + line.peer();
            case "drop" ->
                Wording.message(line.what()) + " from " + line.peer() + " to " + node + " is lost"
                        + (down.contains(node) ? ": " + node + " is down" : "");
            case "timeout" -> "the timer " + Wording.timer(line.what()) + " of " + node + " expires";
            case "crash" -> {
                down.add(node);
                yield node + " crashes";
            }
            case "pause" -> node + " is paused";
            case "resume" -> node + " goes on";
            case "fault" -> "fault: " + Wording.fault(line.what());
            default -> line.kind() + " " + (node == null ? "" : node);
        };
    }

    /** The clients' events that happened before a time. */
    private void letClientsSpeak(long time) {
        while (!clients.isEmpty() && clients.peek().time() < time) {
            Event event = clients.remove();
            steps.add(new Step(
                    prefix + "-client-" + event.index(),
                    "",
                    Wording.millis(event.time()),
                    "client",
                    Wording.event(event),
                    evidence.contains(event.index()),
                    false,
                    List.of(),
                    List.of()));
        }
    }
}
