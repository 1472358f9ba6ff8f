package dev.faultline.checkers.history;

/** The four things that a process can tell a history, in Jepsen's words. */
public enum EventType {
    /** The operation begins. */
    INVOKE,
    /** It took effect, and this is its result. */
    OK,
    /** It certainly had no effect. */
    FAIL,
    /** Nobody knows whether it took effect; for faults, a remark of the nemesis. */
    INFO
}
