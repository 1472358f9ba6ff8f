package dev.faultline.harness.claim;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Delay;
import dev.faultline.harness.runtime.MessageCounts;
import dev.faultline.harness.runtime.Run;
import java.util.List;

/**
 * What was run and what came out; {@code run.json} in its directory.
 *
 * @param id the claim
 * @param runtime where the nodes ran
 * @param seed the seed, or {@code null} for a script
 * @param keep which part of the seed's schedule was run, or {@code null} for all of it
 * @param java the version of the Java platform
 * @param roles the cluster
 * @param faults how many faults the schedule had
 * @param sessions how many sessions of clients it had
 * @param faultsOverNanos when the last fault was undone, since the run began
 * @param endNanos when the run ended
 * @param steps how many events the nodes handled
 * @param delays where the machine did not keep up, as far as somebody measured
 * @param messages what the nodes sent to each other
 * @param findings what the run said about each property
 */
public record RunReport(
        String id,
        String runtime,
        Long seed,
        String keep,
        String java,
        List<RoleReport> roles,
        int faults,
        int sessions,
        long faultsOverNanos,
        long endNanos,
        long steps,
        List<DelayReport> delays,
        MessageCounts messages,
        List<Finding> findings) {

    /**
     * A role of the cluster.
     *
     * @param nodes the names of its nodes
     */
    public record RoleReport(String name, List<String> nodes) {}

    /** See {@link Delay}. */
    public record DelayReport(String whose, long byNanos, long atNanos) {
        static DelayReport of(Delay delay) {
            return new DelayReport(
                    delay.whose(), delay.by().toNanos(), delay.at().toNanos());
        }
    }

    static RunReport of(String id, String runtime, Long seed, String keep, int faults, int sessions, Trial trial) {
        Run run = trial.run();
        return new RunReport(
                id,
                runtime,
                seed,
                keep,
                System.getProperty("java.version"),
                roles(run.cluster()),
                faults,
                sessions,
                run.faultsOver().toNanos(),
                run.end().toNanos(),
                run.steps(),
                run.delays().stream().map(DelayReport::of).toList(),
                run.messages(),
                trial.findings());
    }

    private static List<RoleReport> roles(Cluster cluster) {
        return cluster.roles().stream()
                .map(role -> new RoleReport(
                        role.name(),
                        cluster.members(role.name()).stream().map(NodeId::name).toList()))
                .toList();
    }
}
