package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendEntries;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendReply;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.InstallSnapshot;
import dev.faultline.reference.consensus.raftkv.RaftKvNode.RaftTimeout;
import java.util.List;

/** What a leader does: it copies its log to the others, commits what a majority holds, and checks that it still leads. */
final class Replication {
    private final RaftKvNode node;
    private final Followers followers;
    private long round;
    private long termStart;

    Replication(RaftKvNode node) {
        this.node = node;
        this.followers = new Followers(node);
    }

    /** The index of the leader's first entry; what was committed before it was elected comes before (thesis, section 6.4). */
    long termStart() {
        return termStart;
    }

    void begin() {
        followers.begin();
        round = 0;
        termStart = node.log.lastIndex() + 1;
        node.election.resetTimer();
        node.env.setTimer(RaftTimeout.HEARTBEAT, RaftKvNode.HEARTBEAT_INTERVAL);
        propose(new Command.NoOp());
    }

    void end() {
        node.env.cancelTimer(RaftTimeout.HEARTBEAT);
        node.reads.giveUp();
        node.reconfiguration.giveUp();
    }

    /** Logs a command. It is durable here before it is sent. */
    void propose(Command command) {
        Entry entry = new Entry(node.log.lastIndex() + 1, node.term(), command);
        node.log.append(entry);
        node.log.sync();
        if (node.membership.onAppended(entry)) {
            followers.onConfiguration();
        }
        broadcast();
        commit();
    }

    /** Follows a server that is not a member yet, so that it catches up before it counts (thesis, section 4.2.1). */
    void teach(NodeId learner) {
        followers.add(learner);
        send(followers.of(learner));
    }

    void onHeartbeatTimeout() {
        node.env.setTimer(RaftTimeout.HEARTBEAT, RaftKvNode.HEARTBEAT_INTERVAL);
        broadcast();
    }

    /** A leader that a majority no longer answers steps down (thesis, section 6.2). */
    void onQuorumTimeout() {
        if (followers.answeredByMajority()) {
            followers.forgetAnswers();
            node.election.resetTimer();
        } else {
            node.becomeFollower(node.term());
        }
    }

    /** Starts a round of heartbeats: a majority's answers to it prove that this server leads now. */
    long startRound() {
        round++;
        broadcast();
        return round;
    }

    /** The latest round that a majority has answered. */
    long confirmedRound() {
        return followers.reachedByMajority(follower -> follower.round, round);
    }

    private void broadcast() {
        List<Follower> all = followers.all();
        AppendEntries latest = null;
        for (int i = 0; i < all.size(); i++) {
            Follower follower = all.get(i);
            if (latest != null && latest.prevLogIndex() == follower.nextIndex - 1) {
                send(follower, latest);
            } else {
                latest = send(follower);
            }
        }
    }

    /** Sends everything that the follower has not been sent yet, or a heartbeat, and tells what the first message was. */
    private AppendEntries send(Follower follower) {
        if (follower.nextIndex <= node.log.snapshotIndex()) {
            node.send(follower.id, new InstallSnapshot(node.term(), node.log.snapshot(), round));
            follower.nextIndex = node.log.snapshotIndex() + 1;
            return null;
        }
        AppendEntries first = append(follower.nextIndex);
        send(follower, first);
        return first;
    }

    private void send(Follower follower, AppendEntries first) {
        AppendEntries message = first;
        while (true) {
            node.send(follower.id, message);
            follower.nextIndex += message.entries().size();
            if (follower.nextIndex > node.log.lastIndex()) {
                return;
            }
            message = append(follower.nextIndex);
        }
    }

    private AppendEntries append(long nextIndex) {
        return new AppendEntries(
                node.term(),
                nextIndex - 1,
                node.log.termAt(nextIndex - 1),
                node.log.batch(nextIndex),
                node.machine.commitIndex(),
                round);
    }

    void onAppendReply(NodeId from, AppendReply m) {
        if (m.term() > node.term()) {
            node.becomeFollower(m.term());
            return;
        }
        Follower follower = followers.of(from);
        if (!node.isLeader() || m.term() < node.term() || follower == null) {
            return;
        }
        follower.answered(m.round());
        if (m.success()) {
            onAgreement(follower, m.index());
        } else if (m.index() > follower.matchIndex) {
            follower.nextIndex = nextIndex(follower, m);
            send(follower);
        }
        node.reads.serve();
    }

    private void onAgreement(Follower follower, long index) {
        if (follower.matches(index)) {
            commit();
        }
        node.reconfiguration.onAgreement(follower);
    }

    /** Skips the term that is in the way, unless this log has entries of it as well (section 5.3). */
    private long nextIndex(Follower follower, AppendReply m) {
        long ours = m.conflictTerm() == 0 ? 0 : node.log.lastOfTerm(m.conflictTerm());
        return Math.max(follower.matchIndex + 1, ours == 0 ? m.conflictIndex() : ours + 1);
    }

    /** Commits what a majority holds (sections 5.3 and 5.4). */
    private void commit() {
        long held = followers.reachedByMajority(follower -> follower.matchIndex, node.log.lastIndex());
        if (held > node.machine.commitIndex() && node.mayCommit(held)) {
            node.machine.commit(held);
            stepDownIfRemoved();
        }
    }

    /** A leader that removes itself leads until that is committed (thesis, section 4.2.2). */
    private void stepDownIfRemoved() {
        boolean isSettled = node.membership.index() <= node.machine.commitIndex();
        if (isSettled && node.isLeader() && !node.membership.contains(node.env.self())) {
            node.becomeFollower(node.term());
        }
    }
}
