package dev.faultline.reference.election.bully;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.scenario.Script;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.reference.election.bully.BullyMessage.Election;
import dev.faultline.reference.election.bully.BullyMessage.Victory;
import java.time.Duration;
import java.util.stream.Stream;

/** Each class overrides exactly one decision of {@link BullyNode}. */
public final class BullyBugs {
    /** Long enough for a cluster without faults to settle on a leader, and not a multiple of the heartbeat's interval. */
    private static final Duration SETTLED = Duration.ofMillis(1020);

    private BullyBugs() {}

    public static Stream<SeededBug> all() {
        return Stream.of(silentSuperior(), victoryFromLowerAccepted(), noRebully());
    }

    /** Never says that it is alive. */
    static final class SilentSuperior extends BullyNode {
        @Override
        boolean mayAnswer(NodeId below) {
            return false;
        }
    }

    private static SeededBug silentSuperior() {
        return SeededBug.named("silent-superior", "A node never answers those below it that hold an election.")
                .running(Bully.ROLE, SilentSuperior::new)
                .violating(Bully.oneLeaderAtATime())
                .witness(Bully.cluster(3), BullyBugs::bothSurvivorsWin);
    }

    private static void bothSurvivorsWin(Script script) {
        script.run(SETTLED).crash("n3");
        script.expire("n1", BullyTimeout.LEADER_SILENT).expire("n2", BullyTimeout.LEADER_SILENT);
        // n2 hears n1's call, and has all the time it needs to answer.
        script.run(BullyNode.ALIVE_WITHIN.dividedBy(2));
        script.expire("n1", BullyTimeout.NOBODY_ALIVE).expire("n2", BullyTimeout.NOBODY_ALIVE);
    }

    /** Follows whoever claims to lead. */
    static final class VictoryFromLowerAccepted extends BullyNode {
        @Override
        boolean mayFollow(NodeId victor, Environment<BullyMessage> env) {
            return true;
        }
    }

    private static SeededBug victoryFromLowerAccepted() {
        return SeededBug.named("victory-from-lower-accepted", "A node follows a leader whose id is lower than its own.")
                .running(Bully.ROLE, VictoryFromLowerAccepted::new)
                .violating(Bully.highestLeads(SETTLED))
                .witness(Bully.cluster(3), BullyBugs::callIsLost);
    }

    private static void callIsLost(Script script) {
        script.run(SETTLED);
        // n2 misses n3's heartbeats, its call to n3 is lost, and so it wins.
        script.expire("n2", BullyTimeout.LEADER_SILENT).drop(Election.class, "n2", "n3");
        script.expire("n2", BullyTimeout.NOBODY_ALIVE).deliver(Victory.class, "n2", "n3", "n1");
        script.run(SETTLED);
        script.invoke("c1", "n1", "leader", null).invoke("c3", "n3", "leader", null);
    }

    /** Lets a lower node lead. */
    static final class NoRebully extends BullyNode {
        @Override
        boolean mayBully() {
            return false;
        }
    }

    private static SeededBug noRebully() {
        return SeededBug.named("no-rebully", "A node that comes back leaves the lead to a node with a lower id.")
                .running(Bully.ROLE, NoRebully::new)
                .violating(Bully.highestLeads(SETTLED))
                .witness(Bully.cluster(3), BullyBugs::highestComesBack);
    }

    private static void highestComesBack(Script script) {
        script.run(SETTLED).crash("n3");
        script.run(SETTLED).boot("n3");
        script.run(SETTLED.plusMillis(10));
        script.invoke("c1", "n1", "leader", null).invoke("c3", "n3", "leader", null);
    }
}
