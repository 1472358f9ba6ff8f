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

    /** What every node is told when it has booted, before anybody asks it for anything; empty when nothing. */
    default Optional<ObjectNode> opening(List<String> nodes) {
        return Optional.empty();
    }

    /**
     * What the answer means in the history: the value of the completion.
     *
     * @throws MalformedAnswer when it lacks something
     */
    Object result(int client, Request asked, ObjectNode answer);

    /** The value with which an error of this code completes the operation after all; empty when it fails. */
    default Optional<Object> resultOfError(Request asked, int code) {
        return Optional.empty();
    }

    /** Nobody will ever know whether an operation took effect. */
    default void unknown(Request asked) {}

    /** What a client asks again and again when all faults are over, until its answer {@link #isEnough}; empty when nothing. */
    default Optional<Request> settling(int client) {
        return Optional.empty();
    }

    /** Whether there is nothing to wait for after this answer. */
    default boolean isEnough(ObjectNode answer) {
        return true;
    }

    /** What a client asks for the last time; empty when nothing. */
    default Optional<Request> last(int client) {
        return Optional.empty();
    }

    /** What judges the history. */
    List<Checker> checkers();
}
