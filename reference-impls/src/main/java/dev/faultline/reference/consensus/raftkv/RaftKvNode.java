package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.consensus.raftkv.RaftKvState.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A server: its term, vote and role, and the decisions that keep the cluster safe. What it does with its messages is in
 * {@link Election}, {@link Replication} (as a leader), {@link Following} (as a follower) and {@link ClientRequests}.
 */
class RaftKvNode implements Node<RaftKvMessage> {
    /** A follower stands for election when it has not heard from a leader for this long, or up to twice as long. */
    static final Duration ELECTION_TIMEOUT = Duration.ofMillis(150);

    static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(50);
    private static final String BALLOT = "ballot";

    enum RaftTimeout implements Timeout {
        ELECTION,
        HEARTBEAT
    }

    final int snapshotEvery;
    final Membership membership = new Membership();
    final StateMachine machine = new StateMachine(this);
    final Election election = new Election(this);
    final Replication replication = new Replication(this);
    final ReadIndex reads = new ReadIndex(this);
    final Reconfiguration reconfiguration = new Reconfiguration(this);
    private final Following following = new Following(this);
    private final ClientRequests requests = new ClientRequests(this);
    Environment<RaftKvMessage> env;
    RaftLog log;
    private Ballot ballot;
    private Role role = Role.FOLLOWER;
    private Optional<NodeId> leader = Optional.empty();

    RaftKvNode() {
        this(RaftKv.SNAPSHOT_EVERY);
    }

    /** @param snapshotEvery how many entries are applied between two snapshots */
    RaftKvNode(int snapshotEvery) {
        this.snapshotEvery = snapshotEvery;
    }

    @Override
    public void onStart(Environment<RaftKvMessage> environment) {
        env = environment;
        ballot = env.storage().get(BALLOT).map(Ballot.class::cast).orElse(new Ballot(0, Optional.empty()));
        log = new RaftLog(env.storage(), RaftLog.empty(List.copyOf(env.members())));
        membership.recover(log);
        machine.restore(log.snapshot());
        election.resetTimer();
    }

    @Override
    public void onMessage(NodeId from, RaftKvMessage message, Environment<RaftKvMessage> environment) {
        if (message instanceof RaftKvMessage.AppendReply reply) {
            replication.onAppendReply(from, reply);
        } else if (message instanceof RaftKvMessage.AppendEntries append) {
            following.onAppendEntries(from, append);
        } else if (message instanceof RaftKvMessage.InstallSnapshot install) {
            following.onInstallSnapshot(from, install);
        } else if (from.isClient()) {
            requests.onRequest(from, message);
        } else {
            election.onMessage(from, message);
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<RaftKvMessage> environment) {
        if (timeout == RaftTimeout.HEARTBEAT) {
            replication.onHeartbeatTimeout();
        } else if (role == Role.LEADER) {
            replication.onQuorumTimeout();
        } else {
            election.onElectionTimeout();
        }
    }

    @Override
    public Record state() {
        return new RaftKvState(
                role, ballot.term(), machine.commitIndex(), log.snapshot(), log.view(), membership.servers());
    }

    long term() {
        return ballot.term();
    }

    boolean isLeader() {
        return role == Role.LEADER;
    }

    Role role() {
        return role;
    }

    /** Whom it believes to lead. */
    Optional<NodeId> leader() {
        return leader;
    }

    void send(NodeId to, RaftKvMessage message) {
        env.send(to, message);
    }

    void answer(NodeId client, long msgId, Outcome outcome) {
        env.send(client, new RaftKvMessage.Answer(msgId, outcome));
    }

    void redirect(NodeId client, long msgId) {
        answer(client, msgId, Outcome.redirect(leader));
    }

    /** Records a newer term or a vote. It is durable before anybody hears of it. */
    void adopt(Ballot newer) {
        ballot = newer;
        env.storage().put(BALLOT, newer);
        env.storage().sync();
    }

    void become(Role candidacy) {
        role = candidacy;
        leader = Optional.empty();
    }

    void becomeLeader() {
        role = Role.LEADER;
        leader = Optional.of(env.self());
        replication.begin();
    }

    /** Steps down, for a newer term or because it cannot lead any longer (section 5.1). */
    void becomeFollower(long term) {
        boolean led = isLeader();
        role = Role.FOLLOWER;
        if (led || term > ballot.term()) {
            leader = Optional.empty();
        }
        if (term > ballot.term()) {
            adopt(new Ballot(term, Optional.empty()));
        }
        if (led) {
            replication.end();
            election.resetTimer();
        }
    }

    /** Accepts a leader of a term that is not over. */
    void follow(NodeId sender, long term) {
        if (term > ballot.term() || role != Role.FOLLOWER) {
            becomeFollower(term);
        }
        if (leader.isEmpty()) {
            leader = Optional.of(sender);
        }
        election.onLeaderHeard();
    }

    /** One vote per term, and only for a candidate whose log is as complete as the voter's (sections 5.2 and 5.4.1). */
    boolean mayVote(NodeId candidate, long term, long lastLogIndex, long lastLogTerm) {
        boolean isFree = term > ballot.term()
                || (term == ballot.term()
                        && ballot.votedFor().map(candidate::equals).orElse(true));
        return isFree
                && (lastLogTerm > log.lastTerm() || (lastLogTerm == log.lastTerm() && lastLogIndex >= log.lastIndex()));
    }

    /** Whether a follower's entry has to give way to the leader's entry for the same index (section 5.3). */
    boolean isConflict(Entry own, Entry leaders) {
        return own.term() != leaders.term();
    }

    /** Entries are durable before they are acknowledged. */
    void makeDurable() {
        log.sync();
    }

    /**
     * Whether an index that a majority holds is committed: only when its entry is of the leader's own term; what is before it
     * is committed with it (section 5.4.2).
     */
    boolean mayCommit(long index) {
        return log.termAt(index) == term();
    }

    /** A majority has confirmed that this server still led after the read had arrived (thesis, section 6.4). */
    boolean isConfirmed(ReadIndex.PendingRead read) {
        return replication.confirmedRound() >= read.round();
    }

    /** Whether a client's command, or a later one of the same client, has taken effect before (thesis, section 6.3). */
    boolean isRepeated(Command.OfClient command) {
        Snapshot.Session session = machine.session(command.client());
        return session != null && session.msgId() >= command.msgId();
    }

    /** Whether the entries after a snapshot's last one stay: they do when the log agrees with the snapshot (section 7). */
    boolean keepsTail(Snapshot snapshot) {
        return snapshot.index() <= log.lastIndex() && log.agrees(snapshot.index(), snapshot.term());
    }
}
