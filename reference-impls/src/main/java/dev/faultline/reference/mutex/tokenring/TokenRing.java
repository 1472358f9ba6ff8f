package dev.faultline.reference.mutex.tokenring;

import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.lock.Locks;
import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Excuse;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.harness.workload.Invocation;
import dev.faultline.reference.mutex.Entries;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Acquire;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Release;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Token;
import java.util.OptionalDouble;

/** The token ring. */
public final class TokenRing {
    /** The role of every node of {@link #cluster}. */
    public static final String MEMBER = "member";

    /** The role of every node of {@link #regenerating}. */
    public static final String REGENERATING_MEMBER = "regenerating-member";

    private TokenRing() {}

    /** This many members, each with its client beside it. A token that is lost stays lost. */
    public static Cluster cluster(int members) {
        return of(MEMBER, members, TokenRingNode::new);
    }

    /** The same, and a token that is lost is made anew after a timeout. */
    public static Cluster regenerating(int members) {
        return of(REGENERATING_MEMBER, members, RegeneratingNode::new);
    }

    private static Cluster of(String role, int members, Program program) {
        return Cluster.of(Role.role(role, members, program))
                .requests(TokenRing::request)
                .clients(Clients.pinnedTo(role));
    }

    private static TokenRingMessage request(Invocation invocation) {
        String resource = (String) invocation.value();
        return switch (invocation.f()) {
            case "acquire" -> new Acquire(invocation.msgId(), resource);
            case "release" -> new Release(invocation.msgId(), resource);
            default ->
                throw new IllegalArgumentException("Nobody can :" + invocation.f()
                        + " here, so the workload cannot run. Use one of acquire and release.");
        };
    }

    /**
     * {@code mutual-exclusion}. Who takes somebody alive for dead may skip the one who has the token, so the ring promises it only while
     * a slowest message and its slowest answer take less than the time after which a silent member counts as dead.
     */
    public static Property mutualExclusion() {
        return Properties.timed(slack -> Locks.mutualExclusion(), Excuse.lateAmongFaults());
    }

    /** Per entry, how often the token was passed without an entry; it goes round even when nobody wants it. */
    public static Measure idleTokenMessages() {
        return Entries.perEntry(
                "idle token messages per entry",
                "0 when all are waiting, unbounded when none is",
                run -> run.messages().of(Token.class) - Entries.of(run).count());
    }

    /**
     * How long an acquire takes on average at one position of the ring.
     *
     * @param position from 1
     */
    public static Measure waitAt(int position) {
        return new Measure(
                "mean wait at position " + position,
                "ms",
                "half a round of 10 ms rests and 3 ms passes, and the holds on the way",
                run -> meanWait(run, NodeId.node(position)));
    }

    private static OptionalDouble meanWait(Run run, NodeId member) {
        return Entries.of(run)
                .filter(entry -> member.name().equals(entry.invocation().node()))
                .mapToLong(TokenRing::waited)
                .mapToDouble(nanos -> nanos / 1e6)
                .average();
    }

    private static long waited(Operation entry) {
        return entry.completedAt() - entry.invokedAt();
    }
}
