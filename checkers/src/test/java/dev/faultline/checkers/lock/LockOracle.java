package dev.faultline.checkers.lock;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.List;

/** The properties of locks, decided by comparing every pair of events. */
final class LockOracle {
    private final List<Event> events;

    LockOracle(History history) {
        events = history.events();
    }

    boolean mutualExclusion() {
        List<Integer> grants = positions("acquire", EventType.OK);
        for (int a : grants) {
            for (int b : grants) {
                boolean differ = events.get(a).process() != events.get(b).process()
                        && item(a, 0).equals(item(b, 0));
                if (differ
                        && events.get(a).time() < endOfHold(b)
                        && events.get(b).time() < endOfHold(a)) {
                    return false;
                }
            }
        }
        return true;
    }

    private long endOfHold(int grant) {
        for (Event event : events.subList(grant + 1, events.size())) {
            boolean same = event.process() == events.get(grant).process();
            boolean released = event.f().equals("release")
                    && event.type() == EventType.INVOKE
                    && event.value().equals(item(grant, 0));
            boolean grantedAgain = event.f().equals("acquire")
                    && event.type() == EventType.OK
                    && ((List<?>) event.value()).get(0).equals(item(grant, 0));
            boolean crashed = (event.f().equals("crash") || event.f().equals("restart"))
                    && ((List<?>) event.value()).contains(events.get(grant).node());
            if (crashed || (same && (released || grantedAgain))) {
                return event.time();
            }
        }
        return Long.MAX_VALUE;
    }

    boolean fencedExclusion() {
        List<Integer> uses = positions("use", EventType.OK);
        for (int a : uses) {
            for (int b : uses) {
                if (a < invocation(b) && item(a, 0).equals(item(b, 0)) && (Long) item(a, 1) > (Long) item(b, 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean fifo(long tolerance) {
        List<Integer> grants = positions("acquire", EventType.OK);
        for (int a : grants) {
            for (int b : grants) {
                long head = events.get(invocation(b)).time()
                        - events.get(invocation(a)).time();
                boolean overtaken = events.get(b).time() < events.get(a).time();
                if (head > tolerance && overtaken && item(a, 0).equals(item(b, 0))) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean progress(long grace) {
        long end = events.get(events.size() - 1).time();
        for (int i : positions("acquire", EventType.INVOKE)) {
            Event invocation = events.get(i);
            boolean open = events.subList(i + 1, events.size()).stream()
                    .noneMatch(event -> event.process() == invocation.process());
            if (open && end - invocation.time() >= grace && !isDown(invocation.node())) {
                return false;
            }
        }
        return true;
    }

    private boolean isDown(String node) {
        Event last = null;
        for (Event event : events) {
            if (event.isNemesis() && ((List<?>) event.value()).contains(node)) {
                last = event;
            }
        }
        return last != null && !last.f().equals("restarted");
    }

    private int invocation(int completion) {
        int i = completion - 1;
        while (events.get(i).process() != events.get(completion).process()) {
            i--;
        }
        return i;
    }

    private Object item(int position, int which) {
        return ((List<?>) events.get(position).value()).get(which);
    }

    private List<Integer> positions(String f, EventType type) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).f().equals(f) && events.get(i).type() == type) {
                positions.add(i);
            }
        }
        return positions;
    }
}
