package dev.faultline.reference.consensus.raftkv;

import static dev.faultline.harness.fault.Faults.all;
import static dev.faultline.harness.fault.Faults.bandwidth;
import static dev.faultline.harness.fault.Faults.connectionResets;
import static dev.faultline.harness.fault.Faults.cpuLimits;
import static dev.faultline.harness.fault.Faults.crashOf;
import static dev.faultline.harness.fault.Faults.delay;
import static dev.faultline.harness.fault.Faults.flapping;
import static dev.faultline.harness.fault.Faults.halfOpenConnections;
import static dev.faultline.harness.fault.Faults.latency;
import static dev.faultline.harness.fault.Faults.memoryLimits;
import static dev.faultline.harness.fault.Faults.networkDisconnects;
import static dev.faultline.harness.fault.Faults.pauses;
import static dev.faultline.harness.fault.Faults.restartsOf;
import static dev.faultline.harness.fault.Faults.slowCloses;
import static dev.faultline.harness.fault.Nodes.everyone;
import static dev.faultline.harness.fault.Nodes.leader;
import static dev.faultline.harness.property.Properties.oneLeaderPerTerm;
import static dev.faultline.harness.property.Properties.progress;
import static dev.faultline.harness.workload.Registers.readWriteCas;
import static dev.faultline.reference.consensus.raftkv.RaftKv.leaderCompleteness;
import static dev.faultline.reference.consensus.raftkv.RaftKv.linearizability;
import static dev.faultline.reference.consensus.raftkv.RaftKv.logMatching;
import static dev.faultline.reference.consensus.raftkv.RaftKv.stateMachineSafety;

import dev.faultline.harness.property.Property;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import java.time.Duration;
import java.util.stream.Stream;

@SystemUnderTest("consensus/raft-kv")
class RaftKvSpec {

    @Claim("the store is linearizable, whatever happens to the network and to a minority of the servers")
    Scenario linearizableUnderAll() {
        return RaftKv.cluster(5)
                .workload(readWriteCas().clients(10).operations(300).keys(2))
                .under(all())
                .holds(linearizability());
    }

    @Claim("log matching, leader completeness and state machine safety hold after every event, whatever happens")
    Scenario safeUnderAll() {
        return RaftKv.cluster(5)
                .workload(readWriteCas())
                .under(all())
                .holds(logMatching(), leaderCompleteness(), stateMachineSafety(), oneLeaderPerTerm());
    }

    @Claim("it stays safe and linearizable when the power fails: all servers are killed at once, again and again")
    Scenario safeAfterBlackouts() {
        return RaftKv.cluster(3)
                .workload(readWriteCas().operations(150))
                .under(restartsOf(everyone()), restartsOf(everyone()), restartsOf(everyone()), delay())
                .lasting(Duration.ofSeconds(30))
                .holds(everything());
    }

    @Claim("it stays safe and linearizable while a snapshot replaces the log every five entries")
    Scenario safeWithSnapshots() {
        return RaftKv.cluster(3, 5)
                .workload(readWriteCas().operations(150))
                .under(all())
                .holds(everything());
    }

    @Claim("it stays safe and linearizable while servers leave and join, one at a time")
    Scenario safeWhileMembersChange() {
        return RaftKv.cluster(5)
                .workload(readWriteCas().alongside(RaftKv.membershipChanges(5, 8)))
                .under(all())
                .holds(everything());
    }

    @Claim("it stays linearizable over bad connections: slow, narrow, reset, closed late, half-open, flapping")
    Scenario linearizableOverBadConnections() {
        return RaftKv.cluster(5)
                .workload(readWriteCas().clients(10).operations(300).keys(2))
                .under(latency(), bandwidth(), connectionResets(), slowCloses(), halfOpenConnections(), flapping())
                .holds(linearizability());
    }

    @Claim("it stays linearizable when servers are starved, frozen or cut from the network")
    Scenario linearizableOnPoorMachines() {
        return RaftKv.cluster(5)
                .workload(readWriteCas().clients(10).operations(300).keys(2))
                .under(networkDisconnects(), memoryLimits(), cpuLimits(), pauses())
                .holds(linearizability());
    }

    @Claim("it goes on when the leader dies for good")
    Scenario survivesItsLeader() {
        return RaftKv.cluster(5)
                .workload(readWriteCas().operations(150))
                .under(crashOf(leader()))
                .lasting(Duration.ofSeconds(5))
                .thenQuietFor(Duration.ofSeconds(5))
                .holds(progress(Duration.ofSeconds(2)), linearizability())
                .measuring(RaftKv.commitLatency(), RaftKv.unavailability());
    }

    private static Property[] everything() {
        return new Property[] {
            linearizability(), logMatching(), leaderCompleteness(), stateMachineSafety(), oneLeaderPerTerm()
        };
    }

    @SeededBugs
    Stream<SeededBug> bugs() {
        return RaftKvBugs.all();
    }
}
