package dev.faultline.checkers.history;

/** A history that cannot be read or paired. The message names the place, the rule, the consequence and the remedy. */
public final class MalformedHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedHistoryException(String message) {
        super(message);
    }

    static MalformedHistoryException invokedTwice(Event event) {
        return new MalformedHistoryException("Event " + event.index() + ": process " + event.process() + " invokes :"
                + event.f() + " while its previous operation is open. A process has one operation at a time, so the"
                + " history cannot be paired. Give each concurrent operation a process of its own.");
    }

    static MalformedHistoryException notInvoked(Event event) {
        return new MalformedHistoryException("Event " + event.index() + ": process " + event.process()
                + " completes :" + event.f() + " without having invoked it. Every completion needs its invocation, so"
                + " the history cannot be paired. Check that the beginning of the history is not missing.");
    }
}
