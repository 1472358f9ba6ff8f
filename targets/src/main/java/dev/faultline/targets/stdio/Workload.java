package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What clients ask of programs, and what the programs owe. One object serves one run; used by one thread. */
interface Workload {

    /** The next operation of a client, which counts from 1. */
    Request next(int client, RandomGenerator random);

    /** What every node is told before the first operation; empty when nothing. */
    default Optional<ObjectNode> opening(List<String> nodes) {
        return Optional.empty();
    }

    /** What the answer means in the history: the value of the completion. */
    Object result(int client, Request asked, ObjectNode answer);

    /** The value with which an error of this code completes the operation after all; empty when it fails. */
    default Optional<Object> resultOfError(Request asked, int code) {
        return Optional.empty();
    }

    /** What every client asks its node at the end, when all faults are over; empty when nothing. */
    default Optional<Request> last(int client) {
        return Optional.empty();
    }

    /** Whether a client has anything more to ask at the end after this answer. */
    default boolean isLast(Request asked, ObjectNode answer) {
        return true;
    }

    /** What judges the history. */
    Checker checker();
}
