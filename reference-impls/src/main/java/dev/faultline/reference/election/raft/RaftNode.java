package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.election.raft.RaftMessage.AppendEntries;
import dev.faultline.reference.election.raft.RaftMessage.AppendEntriesReply;
import dev.faultline.reference.election.raft.RaftMessage.Leader;
import dev.faultline.reference.election.raft.RaftMessage.LeaderOk;
import dev.faultline.reference.election.raft.RaftMessage.LogPosition;
import dev.faultline.reference.election.raft.RaftMessage.PreVote;
import dev.faultline.reference.election.raft.RaftMessage.PreVoteReply;
import dev.faultline.reference.election.raft.RaftMessage.RequestVote;
import dev.faultline.reference.election.raft.RaftMessage.RequestVoteReply;
import java.time.Duration;

/** A node that elects as Raft does. Sections are those of the paper; those of Ongaro's thesis are named as such. */
class RaftNode implements Node<RaftMessage> {
    static final Duration HEARTBEAT_EVERY = Duration.ofMillis(50);

    /** The shortest election timeout; the longest is twice as long. */
    static final Duration ELECTION_TIMEOUT = Duration.ofMillis(150);

    final DurableState durable = new DurableState();

    private RaftRole role = RaftRole.FOLLOWER;
    private NodeId leader;
    private Heartbeats heartbeats;

    /** When a leader was last heard. A node that has just booted may have heard one in its former life. */
    private Duration heardAt = Duration.ZERO;

    private final Poll poll = new Poll();

    @Override
    public void onStart(Environment<RaftMessage> env) {
        durable.recover(env.storage());
        restartElectionTimer(env);
    }

    @Override
    public void onMessage(NodeId from, RaftMessage message, Environment<RaftMessage> env) {
        if (message instanceof AppendEntries m) {
            onAppendEntries(from, m, env);
        } else if (message instanceof AppendEntriesReply m) {
            onAppendEntriesReply(from, m, env);
        } else if (message instanceof PreVote m) {
            onPreVote(from, m, env);
        } else if (message instanceof PreVoteReply m) {
            onPreVoteReply(from, m, env);
        } else if (message instanceof RequestVote m) {
            onRequestVote(from, m, env);
        } else if (message instanceof RequestVoteReply m) {
            onRequestVoteReply(from, m, env);
        } else if (message instanceof Leader m) {
            env.send(from, new LeaderOk(m.msgId(), durable.currentTerm, leader));
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<RaftMessage> env) {
        if (timeout == RaftTimeout.HEARTBEAT) {
            onHeartbeatDue(env);
        } else if (mayStandAtOnce()) {
            stand(env);
        } else {
            canvass(env);
        }
    }

    /** Asks whether others would vote for this node; nobody's term changes by it (thesis, section 9.6). */
    private void canvass(Environment<RaftMessage> env) {
        begin(RaftRole.PRE_CANDIDATE, env);
        PreVote question = new PreVote(durable.currentTerm + 1, durable.lastPosition());
        toPeers(question, env);
        if (isMajority(poll.granted(), env)) {
            stand(env);
        }
    }

    /** Begins an election (section 5.2). The vote for itself is on disk before anybody hears of the new term. */
    private void stand(Environment<RaftMessage> env) {
        durable.enter(durable.currentTerm + 1);
        durable.votedFor = env.self();
        rememberVote(env);
        begin(RaftRole.CANDIDATE, env);
        toPeers(new RequestVote(durable.currentTerm, durable.lastPosition()), env);
        leadIfWon(env);
    }

    private void begin(RaftRole candidacy, Environment<RaftMessage> env) {
        role = candidacy;
        leader = null;
        poll.begin(env.self());
        restartElectionTimer(env);
    }

    /** Thesis, section 9.6: says what it would vote, and neither votes nor enters the term. */
    private void onPreVote(NodeId from, PreVote m, Environment<RaftMessage> env) {
        boolean would = m.term() > durable.currentTerm && !isLeaderAlive(env) && isUpToDate(m.last());
        env.send(from, new PreVoteReply(would ? m.term() : durable.currentTerm, would));
    }

    private void onPreVoteReply(NodeId from, PreVoteReply m, Environment<RaftMessage> env) {
        if (!m.granted()) {
            followNewer(m.term(), env);
        } else if (role == RaftRole.PRE_CANDIDATE && m.term() == durable.currentTerm + 1) {
            poll.count(from, true);
            if (isMajority(poll.granted(), env)) {
                stand(env);
            }
        }
    }

    /**
     * Section 5.2 and figure 2; while a leader is alive, a candidate is not even noticed (thesis, section 4.2.3). The vote is
     * on disk before the answer leaves.
     */
    private void onRequestVote(NodeId from, RequestVote m, Environment<RaftMessage> env) {
        if (m.term() > durable.currentTerm) {
            if (isLeaderAlive(env)) {
                return;
            }
            durable.enter(m.term());
            becomeFollower(env);
        }
        boolean votes = mayVote(from, m);
        if (votes) {
            durable.votedFor = from;
            restartElectionTimer(env);
        }
        rememberVote(env);
        env.send(from, new RequestVoteReply(durable.currentTerm, votes));
    }

    private boolean mayVote(NodeId candidate, RequestVote m) {
        return m.term() == durable.currentTerm && hasVoteFor(candidate) && isUpToDate(m.last());
    }

    private void onRequestVoteReply(NodeId from, RequestVoteReply m, Environment<RaftMessage> env) {
        if (m.term() > durable.currentTerm) {
            followNewer(m.term(), env);
        } else if (role == RaftRole.CANDIDATE && m.term() == durable.currentTerm) {
            poll.count(from, m.granted());
            leadIfWon(env);
        }
    }

    private void leadIfWon(Environment<RaftMessage> env) {
        if (!hasWon(poll.granted(), poll.refused(), env)) {
            return;
        }
        role = RaftRole.LEADER;
        leader = env.self();
        env.cancelTimer(RaftTimeout.ELECTION);
        durable.appendNoOp(env.storage());
        heartbeats = new Heartbeats(env.members().size(), env.uptime());
        beat(env);
    }

    /** A leader that no majority answers any more steps down (thesis, section 6.2). */
    private void onHeartbeatDue(Environment<RaftMessage> env) {
        if (heartbeats.silence(env.uptime()).compareTo(ELECTION_TIMEOUT.multipliedBy(2)) > 0) {
            becomeFollower(env);
        } else {
            beat(env);
        }
    }

    private void beat(Environment<RaftMessage> env) {
        toPeers(new AppendEntries(durable.currentTerm, heartbeats.next(), durable.log()), env);
        env.setTimer(RaftTimeout.HEARTBEAT, HEARTBEAT_EVERY);
    }

    /**
     * Section 5.3, made short: a leader's log does not change in its term, so the leader sends all of it and the follower's
     * log becomes the same. What the follower drops was on no majority (section 5.4.3).
     */
    private void onAppendEntries(NodeId from, AppendEntries m, Environment<RaftMessage> env) {
        if (m.term() < durable.currentTerm) {
            env.send(from, new AppendEntriesReply(durable.currentTerm, 0));
            return;
        }
        followNewer(m.term(), env);
        if (role != RaftRole.FOLLOWER) {
            becomeFollower(env);
        }
        leader = from;
        heardAt = env.uptime();
        restartElectionTimer(env);
        durable.adopt(m.entries(), env.storage());
        env.send(from, new AppendEntriesReply(durable.currentTerm, m.round()));
    }

    private void onAppendEntriesReply(NodeId from, AppendEntriesReply m, Environment<RaftMessage> env) {
        if (m.term() > durable.currentTerm) {
            followNewer(m.term(), env);
        } else if (role == RaftRole.LEADER && m.term() == durable.currentTerm) {
            heartbeats.onAcknowledged(from, m.round(), env.uptime());
        }
    }

    /** Whoever sees a newer term enters it as a follower (section 5.1). */
    private void followNewer(long term, Environment<RaftMessage> env) {
        if (term > durable.currentTerm) {
            durable.enter(term);
            durable.saveBallot(env.storage());
            becomeFollower(env);
        }
    }

    private void becomeFollower(Environment<RaftMessage> env) {
        role = RaftRole.FOLLOWER;
        leader = null;
        env.cancelTimer(RaftTimeout.HEARTBEAT);
        restartElectionTimer(env);
    }

    /** Timeouts differ, so that mostly one node stands at a time (section 5.2). */
    private void restartElectionTimer(Environment<RaftMessage> env) {
        long extra = env.random().nextLong(ELECTION_TIMEOUT.toNanos());
        env.setTimer(RaftTimeout.ELECTION, ELECTION_TIMEOUT.plusNanos(extra));
    }

    /** Whether a node whose election timer expires may stand without asking first. */
    boolean mayStandAtOnce() {
        return false;
    }

    /** Whether this node's vote in this term is free, or is the candidate's already (section 5.2). */
    boolean hasVoteFor(NodeId candidate) {
        return durable.votedFor == null || durable.votedFor.equals(candidate);
    }

    /** Whether a candidate's log is at least as up to date as this node's (section 5.4.1). */
    boolean isUpToDate(LogPosition last) {
        return last.compareTo(durable.lastPosition()) >= 0;
    }

    /** Whether a candidate is elected (section 5.2). */
    boolean hasWon(int votes, int refusals, Environment<RaftMessage> env) {
        return isMajority(votes, env);
    }

    /** Makes this node's term and its vote in it durable (figure 2, persistent state). */
    void rememberVote(Environment<RaftMessage> env) {
        durable.saveBallot(env.storage());
    }

    private boolean isLeaderAlive(Environment<RaftMessage> env) {
        return role == RaftRole.LEADER || env.uptime().minus(heardAt).compareTo(ELECTION_TIMEOUT) < 0;
    }

    private static boolean isMajority(int nodes, Environment<RaftMessage> env) {
        return nodes > env.members().size() / 2;
    }

    private static void toPeers(RaftMessage message, Environment<RaftMessage> env) {
        for (NodeId member : env.members()) {
            if (!member.equals(env.self())) {
                env.send(member, message);
            }
        }
    }

    @Override
    public RaftState state() {
        boolean leads = role == RaftRole.LEADER;
        long round = leads ? heartbeats.acknowledgedRound() : 0;
        int committed = round > 0 ? durable.log().size() : 0;
        return new RaftState(role, durable.currentTerm, durable.votedFor, leader, durable.log(), committed, round);
    }
}
