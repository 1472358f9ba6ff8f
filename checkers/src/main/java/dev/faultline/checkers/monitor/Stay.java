package dev.faultline.checkers.monitor;

/**
 * How long an element is surely in its set: from the first completion that needs it to be there, until the last invocation
 * that does.
 *
 * @param addedBy the operation that added it, or -1
 * @param removedBy the operation that removed it, or may have, or -1
 * @param firstBy whose completion is the first
 * @param lastBy whose invocation is the last, or -1 when nobody can have removed it
 */
record Stay(Spans spans, int addedBy, int removedBy, int firstBy, int lastBy) {

    static Stay of(Elements elements, int element) {
        Spans spans = elements.spans();
        int surely = elements.removedBy(element);
        int removed = surely == Elements.NONE ? elements.mayBeRemovedBy(element) : surely;
        int found = earlier(spans, elements.firstToFind(element), surely);
        int last = elements.lastToFind(element);
        return new Stay(
                spans,
                elements.addedBy(element),
                removed,
                earlier(spans, elements.addedBy(element), found),
                removed == Elements.NONE || last < removed ? removed : last);
    }

    private static int earlier(Spans spans, int one, int other) {
        if (one == Elements.NONE || other == Elements.NONE) {
            return Math.max(one, other);
        }
        return spans.end(other) < spans.end(one) ? other : one;
    }

    /** The position at which it begins; {@link Spans#NEVER} when it need not. */
    int from() {
        return firstBy == Elements.NONE ? Spans.NEVER : spans.end(firstBy);
    }

    /** The position at which it ends, or {@link Spans#NEVER}. */
    int until() {
        return lastBy == Elements.NONE ? Spans.NEVER : spans.start(lastBy);
    }

    /** Whether an operation lies inside. */
    boolean contains(int operation) {
        return from() < spans.start(operation) && spans.end(operation) < until();
    }

    /** Whether anybody found the element, or its addition returned, so that it must have been there. */
    boolean matters() {
        return from() != Spans.NEVER;
    }
}
