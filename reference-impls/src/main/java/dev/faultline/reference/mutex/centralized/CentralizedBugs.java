package dev.faultline.reference.mutex.centralized;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.scenario.Script;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Free;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Grant;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Request;
import dev.faultline.reference.mutex.centralized.Ledger.Entry;
import dev.faultline.reference.mutex.centralized.Ledger.Entry.Finished;
import dev.faultline.reference.mutex.centralized.Ledger.Ticket;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Each class overrides exactly one decision of {@link CoordinatorNode}. */
public final class CentralizedBugs {
    private CentralizedBugs() {}

    /** {@code volatile-queue}: the log stays empty. */
    static final class VolatileQueue extends CoordinatorNode {
        @Override
        void remember(Entry entry, Environment<CentralizedMessage> env) {}
    }

    /** {@code stale-release}: whoever has the turn loses it. */
    static final class StaleRelease extends CoordinatorNode {
        @Override
        Finished finishedBy(NodeId from, Free m) {
            Ticket turn = ledger.turn(m.resource());
            return turn == null ? super.finishedBy(from, m) : new Finished(turn.participant(), turn.number());
        }
    }

    /** The row's bugs with their witnesses. */
    public static Stream<SeededBug> all() {
        return Stream.of(
                bug(
                        "volatile-queue",
                        "The coordinator keeps its queue in memory and forgets the holder when it restarts.",
                        VolatileQueue::new,
                        CentralizedBugs::coordinatorForgetsTheHolder),
                bug(
                        "stale-release",
                        "A release ends the turn that goes on when it arrives, even if it is somebody else's.",
                        StaleRelease::new,
                        CentralizedBugs::lateReleaseFreesTheNextTurn));
    }

    private static SeededBug bug(String name, String description, Program program, Consumer<Script> witness) {
        Cluster threeParticipants = Centralized.cluster(3);
        return SeededBug.named(name, description)
                .running(Centralized.COORDINATOR, program)
                .violating(Properties.mutualExclusion())
                .witness(threeParticipants, witness);
    }

    private static void coordinatorForgetsTheHolder(Script script) {
        script.invoke("c1", "n2", "acquire", "r1").deliver(Request.class, "n2", "n1");
        script.deliver(Grant.class, "n1", "n2");
        script.restart("n1");
        // n2 is inside. The new coordinator should know.
        script.invoke("c2", "n3", "acquire", "r1").deliver(Request.class, "n3", "n1");
        script.deliver(Grant.class, "n1", "n3");
    }

    private static void lateReleaseFreesTheNextTurn(Script script) {
        script.invoke("c1", "n2", "acquire", "r1").deliver(Request.class, "n2", "n1");
        script.deliver(Grant.class, "n1", "n2");
        // The network duplicates the release of n2, and the turn passes to n3.
        script.invoke("c1", "n2", "release", "r1").deliverCopy(Free.class, "n2", "n1");
        script.invoke("c2", "n3", "acquire", "r1").deliver(Request.class, "n3", "n1");
        script.deliver(Grant.class, "n1", "n3");
        // A new coordinator's links have not seen the first copy; n4 waits for its turn.
        script.restart("n1");
        script.invoke("c3", "n4", "acquire", "r1").deliver(Request.class, "n4", "n1");
        script.deliver(Free.class, "n2", "n1");
        script.deliver(Grant.class, "n1", "n4");
    }
}
