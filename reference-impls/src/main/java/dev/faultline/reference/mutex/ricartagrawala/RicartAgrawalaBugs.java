package dev.faultline.reference.mutex.ricartagrawala;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.scenario.Script;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Reply;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Request;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Timestamp;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Each class overrides exactly one decision of {@link RicartAgrawalaNode}. */
public final class RicartAgrawalaBugs {
    private RicartAgrawalaBugs() {}

    /** {@code tie-not-broken}: of two equally old requests, the other one always goes first. */
    static final class TieNotBroken extends RicartAgrawalaNode {
        @Override
        boolean isOlder(Timestamp other, Timestamp own) {
            return other.number() <= own.number();
        }
    }

    /** {@code clock-not-advanced}: only a node's own requests move its clock. */
    static final class ClockNotAdvanced extends RicartAgrawalaNode {
        @Override
        void observe(long number, Environment<RicartAgrawalaMessage> env) {}
    }

    /** {@code volatile-clock}: every life begins at zero. */
    static final class VolatileClock extends RicartAgrawalaNode {
        @Override
        long recoveredClock(Environment<RicartAgrawalaMessage> env) {
            return 0;
        }
    }

    /** {@code replies-inside}: being inside is no reason to let others wait. */
    static final class RepliesInside extends RicartAgrawalaNode {
        @Override
        boolean mayReplyInside() {
            return true;
        }
    }

    /** The row's bugs with their witnesses. */
    public static Stream<SeededBug> all() {
        return Stream.of(
                bug(
                        "tie-not-broken",
                        "Two nodes that ask at the same logical time both let the other one go first.",
                        TieNotBroken::new,
                        RicartAgrawalaBugs::twoAskAtTheSameTime),
                bug(
                        "clock-not-advanced",
                        "A node does not advance its clock when it receives a request, so its own next one looks older.",
                        ClockNotAdvanced::new,
                        RicartAgrawalaBugs::theOneThatRepliedAsksToo),
                bug(
                        "volatile-clock",
                        "A node that restarts begins to count at zero, so its requests look older than they are.",
                        VolatileClock::new,
                        RicartAgrawalaBugs::theOneThatRepliedRestartsAndAsksToo),
                bug(
                        "replies-inside",
                        "A node replies to requests while its client is inside.",
                        RepliesInside::new,
                        RicartAgrawalaBugs::somebodyAsksTheOneInside));
    }

    private static SeededBug bug(String name, String description, Program program, Consumer<Script> witness) {
        Cluster threeNodes = RicartAgrawala.cluster(3);
        return SeededBug.named(name, description)
                .running(RicartAgrawala.NODE, program)
                .violating(Properties.mutualExclusion())
                .witness(threeNodes, witness);
    }

    private static void twoAskAtTheSameTime(Script script) {
        acquire(script, 1);
        acquire(script, 2);
        script.deliver(Request.class, "n2", "n1").deliver(Request.class, "n1", "n2");
        permits(script, 3, 1);
        permits(script, 3, 2);
        script.deliver(Reply.class, "n2", "n1");
        // n1 is inside. It should have kept n2 waiting.
        script.deliver(Reply.class, "n1", "n2");
    }

    private static void theOneThatRepliedAsksToo(Script script) {
        acquire(script, 3);
        permits(script, 2, 3);
        overtakes(script, 2, 3);
    }

    private static void theOneThatRepliedRestartsAndAsksToo(Script script) {
        acquire(script, 3);
        permits(script, 2, 3);
        script.restart("n2");
        overtakes(script, 2, 3);
    }

    private static void somebodyAsksTheOneInside(Script script) {
        acquire(script, 1);
        permits(script, 2, 1);
        permits(script, 3, 1);
        // n1 is inside.
        acquire(script, 2);
        permits(script, 3, 2);
        permits(script, 1, 2);
    }

    /** A node asks, and goes before one that it has already given its reply to; n1 permits both. */
    private static void overtakes(Script script, int node, int waiting) {
        acquire(script, node);
        permits(script, waiting, node);
        permits(script, 1, node);
        permits(script, 1, waiting);
    }

    private static void acquire(Script script, int node) {
        script.invoke("c" + node, "n" + node, "acquire", "r1");
    }

    private static void permits(Script script, int node, int asking) {
        script.deliver(Request.class, "n" + asking, "n" + node).deliver(Reply.class, "n" + node, "n" + asking);
    }
}
