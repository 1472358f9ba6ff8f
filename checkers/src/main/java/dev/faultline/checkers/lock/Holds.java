package dev.faultline.checkers.lock;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.NodeFaults;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the holds of a history: from the {@code :ok} of an acquire to the invocation of a release by the same process,
 * to a crash or restart of the process's node, or to the end.
 *
 * <p>An acquire that ends in {@code :info} is no hold: nobody acted upon it. A process that is granted what it already
 * holds begins a new hold.
 */
final class Holds {
    private final Map<Holder, Event> open = new LinkedHashMap<>();
    private final List<Hold> holds = new ArrayList<>();

    private record Holder(int process, Object resource) {}

    /** The holds of each resource, in the order of their grants. O(n log n). */
    static Map<Object, List<Hold>> perResource(History history) {
        Holds finder = new Holds();
        history.events().forEach(finder::on);
        finder.open.forEach((holder, granted) -> finder.holds.add(new Hold(holder.resource, granted, null)));
        finder.holds.sort((a, b) -> Long.compare(a.from(), b.from()));
        Map<Object, List<Hold>> perResource = new LinkedHashMap<>();
        for (Hold hold : finder.holds) {
            perResource
                    .computeIfAbsent(hold.resource(), resource -> new ArrayList<>())
                    .add(hold);
        }
        return perResource;
    }

    private void on(Event event) {
        if (event.isNemesis()) {
            if (event.f().equals("crash") || event.f().equals("restart")) {
                onCrash(event);
            }
        } else if (event.f().equals("acquire") && event.type() == EventType.OK) {
            Holder holder = new Holder(event.process(), Grants.resource(event));
            end(holder, event);
            open.put(holder, event);
        } else if (event.f().equals("release") && event.type() == EventType.INVOKE) {
            end(new Holder(event.process(), event.value()), event);
        }
    }

    private void onCrash(Event crash) {
        List<String> nodes = NodeFaults.nodes(crash);
        for (Iterator<Map.Entry<Holder, Event>> i = open.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<Holder, Event> entry = i.next();
            if (nodes.contains(entry.getValue().node())) {
                holds.add(new Hold(entry.getKey().resource, entry.getValue(), crash));
                i.remove();
            }
        }
    }

    private void end(Holder holder, Event event) {
        Event granted = open.remove(holder);
        if (granted != null) {
            holds.add(new Hold(holder.resource, granted, event));
        }
    }
}
