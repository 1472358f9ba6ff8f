package dev.faultline.targets.simulation;

/** Something that is going to happen at a moment of virtual time. */
abstract class Event {
    /** Nanoseconds since the run began. */
    long time;

    /** Breaks ties: what was scheduled first happens first. */
    long sequence;

    abstract void happen();
}
