package dev.faultline.checkers;

/**
 * What a checker decided about a history.
 *
 * <p>{@link #UNKNOWN} is a verdict of its own: the checker gave up, at a time or memory limit. It is never counted as
 * {@link #VALID}.
 */
public enum Verdict {
    /** The property holds for the whole history. */
    VALID,
    /** The property is violated, and the result carries evidence. */
    INVALID,
    /** The checker gave up; the result says why. */
    UNKNOWN
}
