package dev.faultline.targets.live;

/** The time of a run, and what happens at its moments, one thing after the other. */
interface Timeline {

    /** Nanoseconds since the beginning, monotonic. */
    long now();

    /** Does something then, or soon when that time has passed. From any thread. */
    void at(long time, Runnable action);

    /** Does something as soon as what is due before it is done. From any thread. */
    void soon(Runnable action);
}
