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

    /** This workload and another at the same time, each with clients of its own. */
    default Workload alongside(Workload other) {
        return new Alongside(this, other);
    }

    /** This workload in the first half of the fault phase and another in the second half, by the same clients. */
    default Workload then(Workload other) {
        return new Phases(this, other);
    }
}
