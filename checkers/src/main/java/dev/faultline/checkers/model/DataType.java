package dev.faultline.checkers.model;

/** Data types about which more is known than their models say, so that some histories need no search. */
public enum DataType {
    /** One register: read, write, and perhaps more. */
    REGISTER,
    /** Independent registers, whose values are {@code [key value]}. */
    KEYED_REGISTERS,
    /** A first-in-first-out queue: enqueue, dequeue. */
    FIFO_QUEUE,
    /** A set: add, remove, contains, and perhaps more. */
    SET,
    /** A stack: push, pop. */
    STACK,
    /** A priority queue: insert, extract-min. */
    PRIORITY_QUEUE
}
