package dev.faultline.harness.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations that one client carries out in order, such as acquire and release. When one of them does not succeed, the rest
 * of the session is skipped.
 *
 * @param index its number in the plan; shrinking removes whole sessions
 * @param client which client, from 1
 * @param at when it may begin; it waits for the client's earlier sessions
 * @param steps the operations
 * @param between how long the client stays between two steps, such as the time inside a critical section
 */
public record Session(int index, int client, Duration at, List<Step> steps, Duration between) {

    Session by(int other) {
        return new Session(index, other, at, steps, between);
    }

    Session later(Duration by) {
        return new Session(index, client, at.plus(by), steps, between);
    }

    /** The same sessions, numbered by their place in the list. */
    static List<Session> numbered(List<Session> sessions) {
        List<Session> numbered = new ArrayList<>();
        for (Session session : sessions) {
            numbered.add(new Session(numbered.size(), session.client, session.at, session.steps, session.between));
        }
        return numbered;
    }
}
