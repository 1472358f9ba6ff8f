package dev.faultline.checkers.monitor;

import dev.faultline.checkers.history.Operation;
import java.util.Optional;

/** Looks for an element that cannot have been where it was found, or was missed where it must have been. O(n). */
final class SetSweep {
    private static final int NONE = Elements.NONE;

    private final Elements elements;
    private final Spans spans;
    private final Stay[] stays;

    SetSweep(Elements elements) {
        this.elements = elements;
        spans = elements.spans();
        stays = new Stay[elements.size()];
    }

    Optional<Pattern> contradiction() {
        for (int element = 0; element < stays.length; element++) {
            stays[element] = Stay.of(elements, element);
            Optional<Pattern> impossible = impossible(element, stays[element]);
            if (impossible.isPresent()) {
                return impossible;
            }
        }
        for (int i = 0; i < spans.size(); i++) {
            if (elements.role(i) == Elements.Role.MISSES && stays[elements.of(i)].contains(i)) {
                return Optional.of(missed(i, stays[elements.of(i)]));
            }
        }
        return Optional.empty();
    }

    private Optional<Pattern> impossible(int element, Stay stay) {
        int removed = elements.removedBy(element);
        if (elements.removedAgainBy(element) != NONE) {
            return Optional.of(twice(element));
        }
        if (stay.matters() && stay.addedBy() == NONE) {
            return Optional.of(Pattern.of(
                    "element from nowhere", found(stay.firstBy()) + ", though nobody added it.", stay.firstBy()));
        }
        if (stay.matters() && stay.from() < spans.start(stay.addedBy())) {
            return Optional.of(Pattern.of(
                    "element before its time",
                    found(stay.firstBy()) + " before anybody began to add it (event " + begun(stay.addedBy()) + ").",
                    stay.firstBy(),
                    stay.addedBy()));
        }
        int last = elements.lastToFind(element);
        return removed != NONE && last != NONE && spans.start(last) > spans.end(removed)
                ? Optional.of(gone(last, stay))
                : Optional.empty();
    }

    private Pattern twice(int element) {
        int first = elements.removedBy(element);
        int second = elements.removedAgainBy(element);
        return Pattern.of(
                "element removed twice",
                elements.name(element) + " was added once and removed twice (events " + done(first) + " and "
                        + done(second) + ").",
                elements.addedBy(element),
                first,
                second);
    }

    private Pattern gone(int last, Stay stay) {
        return Pattern.of(
                "element after its removal",
                found(last) + " though process " + operation(stay.removedBy()).process() + " had removed it (event "
                        + done(stay.removedBy()) + ") before it began to look (event " + begun(last)
                        + "), and it was added only once.",
                last,
                stay.addedBy(),
                stay.removedBy());
    }

    private Pattern missed(int missing, Stay stay) {
        String since = "process " + operation(stay.firstBy()).process() + "'s "
                + operation(stay.firstBy()).f() + " of it returned (event " + done(stay.firstBy()) + ")";
        String until = stay.lastBy() == NONE
                ? "nobody removed it"
                : "was there until process " + operation(stay.lastBy()).process() + "'s "
                        + operation(stay.lastBy()).f() + " of it began (event " + begun(stay.lastBy()) + ")";
        return Pattern.of(
                "element missed",
                "Process " + operation(missing).process() + " did not find "
                        + operation(missing).input() + " in the set (events " + begun(missing) + " to " + done(missing)
                        + "), yet it was there when " + since + ", and " + until + ".",
                missing,
                stay.addedBy(),
                stay.firstBy(),
                stay.lastBy(),
                stay.removedBy());
    }

    private String found(int i) {
        return "Process " + operation(i).process() + " found " + operation(i).input() + " in the set (event " + done(i)
                + ")";
    }

    private int begun(int i) {
        return operation(i).invocation().index();
    }

    private int done(int i) {
        return operation(i).completion().index();
    }

    private Operation operation(int i) {
        return spans.operation(i);
    }
}
