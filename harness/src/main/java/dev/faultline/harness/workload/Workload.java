package dev.faultline.harness.workload;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** What the clients of a run do. A plan depends on the random source alone, so that it can be made again from the seed. */
public interface Workload {

    /** In plain words, for reports. */
    String describe();

    /** How many clients there are. */
    int clients();

    /**
     * The sessions of one run, numbered from 0 and ordered by their time.
     *
     * @param horizon the part of the run in which faults happen
     * @param random the only source of chance
     */
    List<Session> plan(Duration horizon, RandomGenerator random);
}
