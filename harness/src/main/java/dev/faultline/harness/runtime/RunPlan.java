package dev.faultline.harness.runtime;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.workload.Session;
import java.time.Duration;
import java.util.List;

/**
 * Everything that decides a run: the same plan gives the same run in the simulation.
 *
 * @param cluster what runs
 * @param seed the source of everything left to chance
 * @param clients how many clients there are
 * @param sessions what they do
 * @param faults what happens to the nodes and the network
 * @param horizon the length of the fault phase; every fault that can end has ended by then
 * @param quiet how long a run may go on after it for the clients to finish
 */
public record RunPlan(
        Cluster cluster,
        long seed,
        int clients,
        List<Session> sessions,
        List<PlannedFault> faults,
        Duration horizon,
        Duration quiet) {

    /** How many removable events there are: sessions and faults. */
    public int events() {
        return sessions.size() + faults.size();
    }

    public RunPlan withSessions(List<Session> others) {
        return new RunPlan(cluster, seed, clients, others, faults, horizon, quiet);
    }

    public RunPlan withFaults(List<PlannedFault> others) {
        return new RunPlan(cluster, seed, clients, sessions, others, horizon, quiet);
    }

    public RunPlan on(Cluster other) {
        return new RunPlan(other, seed, clients, sessions, faults, horizon, quiet);
    }
}
