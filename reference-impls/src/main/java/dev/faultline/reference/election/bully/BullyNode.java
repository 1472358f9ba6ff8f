package dev.faultline.reference.election.bully;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.election.bully.BullyMessage.Alive;
import dev.faultline.reference.election.bully.BullyMessage.Election;
import dev.faultline.reference.election.bully.BullyMessage.Heartbeat;
import dev.faultline.reference.election.bully.BullyMessage.Leader;
import dev.faultline.reference.election.bully.BullyMessage.LeaderOk;
import dev.faultline.reference.election.bully.BullyMessage.Victory;
import java.time.Duration;
import java.util.List;

/** A node of the bully algorithm. It keeps nothing on disk: the highest id needs no memory. */
class BullyNode implements Node<BullyMessage> {
    static final Duration HEARTBEAT_EVERY = Duration.ofMillis(50);

    /** Two heartbeats may go missing before a leader counts as dead. */
    static final Duration LEADER_SILENT_AFTER = Duration.ofMillis(165);

    /** Several times the round trip of an undisturbed network. */
    static final Duration ALIVE_WITHIN = Duration.ofMillis(40);

    /** Those with higher ids need to wait for signs of life in turn. */
    static final Duration VICTORY_WITHIN = Duration.ofMillis(120);

    private BullyPhase phase = BullyPhase.FOLLOWING;
    private NodeId leader;

    /** A node that boots holds an election at once. */
    @Override
    public void onStart(Environment<BullyMessage> env) {
        if (mayBully()) {
            holdElection(env);
        } else {
            enter(BullyPhase.FOLLOWING, null, BullyTimeout.LEADER_SILENT, LEADER_SILENT_AFTER, env);
        }
    }

    @Override
    public void onMessage(NodeId from, BullyMessage message, Environment<BullyMessage> env) {
        if (message instanceof Heartbeat || message instanceof Victory) {
            onLeader(from, env);
        } else if (message instanceof Election) {
            onElection(from, env);
        } else if (message instanceof Alive) {
            onAlive(env);
        } else if (message instanceof Leader m) {
            env.send(from, new LeaderOk(m.msgId(), leader));
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<BullyMessage> env) {
        switch ((BullyTimeout) timeout) {
            case LEADER_SILENT, NO_VICTORY -> holdElection(env);
            case NOBODY_ALIVE -> win(env);
            case HEARTBEAT -> {
                toOthers(new Heartbeat(), env);
                env.setTimer(BullyTimeout.HEARTBEAT, HEARTBEAT_EVERY);
            }
        }
    }

    /** Calls everybody with a higher id; who has nobody to call has won already. */
    private void holdElection(Environment<BullyMessage> env) {
        List<NodeId> superiors =
                env.members().stream().filter(node -> isAbove(node, env)).toList();
        if (superiors.isEmpty()) {
            win(env);
        } else {
            enter(BullyPhase.CALLING, null, BullyTimeout.NOBODY_ALIVE, ALIVE_WITHIN, env);
            superiors.forEach(superior -> env.send(superior, new Election()));
        }
    }

    private void win(Environment<BullyMessage> env) {
        enter(BullyPhase.LEADING, env.self(), BullyTimeout.HEARTBEAT, HEARTBEAT_EVERY, env);
        toOthers(new Victory(), env);
    }

    /** Somebody below holds an election. Whoever is not at it, or leads, takes it over. */
    private void onElection(NodeId from, Environment<BullyMessage> env) {
        if (mayAnswer(from)) {
            env.send(from, new Alive());
        }
        if (phase == BullyPhase.FOLLOWING) {
            holdElection(env);
        }
    }

    private void onAlive(Environment<BullyMessage> env) {
        if (phase == BullyPhase.CALLING) {
            enter(BullyPhase.WAITING, null, BullyTimeout.NO_VICTORY, VICTORY_WITHIN, env);
        }
    }

    /**
     * Somebody leads: a victory says so, and every heartbeat repeats it, for those that missed the victory. A leader above is
     * followed, the latest one that was heard; a leader below is bullied out of office.
     */
    private void onLeader(NodeId from, Environment<BullyMessage> env) {
        if (mayFollow(from, env)) {
            enter(BullyPhase.FOLLOWING, from, BullyTimeout.LEADER_SILENT, LEADER_SILENT_AFTER, env);
        } else if (phase == BullyPhase.FOLLOWING) {
            env.setTimer(BullyTimeout.LEADER_SILENT, LEADER_SILENT_AFTER);
            if (mayBully()) {
                holdElection(env);
            }
        }
    }

    /** Each phase waits for one thing. */
    private void enter(
            BullyPhase next, NodeId itsLeader, BullyTimeout timeout, Duration after, Environment<BullyMessage> env) {
        phase = next;
        leader = itsLeader;
        for (BullyTimeout other : BullyTimeout.values()) {
            if (other != timeout) {
                env.cancelTimer(other);
            }
        }
        env.setTimer(timeout, after);
    }

    /** Whether to tell a node below that holds an election that this node is alive. */
    boolean mayAnswer(NodeId below) {
        return true;
    }

    /** Whether a node that says that it leads is accepted. */
    boolean mayFollow(NodeId victor, Environment<BullyMessage> env) {
        return isAbove(victor, env);
    }

    /** Whether a node that has come back, or hears somebody below lead, takes over. */
    boolean mayBully() {
        return true;
    }

    static boolean isAbove(NodeId node, Environment<BullyMessage> env) {
        return node.compareTo(env.self()) > 0;
    }

    private static void toOthers(BullyMessage message, Environment<BullyMessage> env) {
        for (NodeId member : env.members()) {
            if (!member.equals(env.self())) {
                env.send(member, message);
            }
        }
    }

    @Override
    public BullyState state() {
        return new BullyState(phase, leader);
    }
}
