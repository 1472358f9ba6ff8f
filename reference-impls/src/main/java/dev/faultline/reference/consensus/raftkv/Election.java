package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.PreVote;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.PreVoteRequest;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.RequestVote;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.Vote;
import dev.faultline.reference.consensus.raftkv.RaftKvNode.RaftTimeout;
import dev.faultline.reference.consensus.raftkv.RaftKvState.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leader election with persisted votes (section 5.2). A server first asks whether it would win (PreVote; thesis, section 9.6),
 * so that one that was cut off, or removed, does not disturb a leader that the others hear.
 */
final class Election {
    private final RaftKvNode node;
    private final Set<NodeId> votes = new TreeSet<>();
    private Duration leaderHeard = RaftKvNode.ELECTION_TIMEOUT.negated();

    Election(RaftKvNode node) {
        this.node = node;
    }

    void resetTimer() {
        long shortest = RaftKvNode.ELECTION_TIMEOUT.toNanos();
        node.env.setTimer(
                RaftTimeout.ELECTION,
                Duration.ofNanos(shortest + node.env.random().nextLong(shortest)));
    }

    void onLeaderHeard() {
        leaderHeard = node.env.uptime();
        resetTimer();
    }

    void onMessage(NodeId from, RaftKvMessage message) {
        if (message instanceof PreVoteRequest request) {
            onPreVoteRequest(from, request);
        } else if (message instanceof PreVote vote) {
            onPreVote(from, vote);
        } else if (message instanceof RequestVote request) {
            onRequestVote(from, request);
        } else if (message instanceof Vote vote) {
            onVote(from, vote);
        } else {
            throw new IllegalStateException("No server sends " + message + " to a server.");
        }
    }

    void onElectionTimeout() {
        resetTimer();
        if (!node.membership.contains(node.env.self())) {
            return;
        }
        node.become(Role.PRE_CANDIDATE);
        ask(new PreVoteRequest(node.term() + 1, node.log.lastIndex(), node.log.lastTerm()));
    }

    private void stand() {
        node.become(Role.CANDIDATE);
        node.adopt(new Ballot(node.term() + 1, Optional.of(node.env.self())));
        resetTimer();
        ask(new RequestVote(node.term(), node.log.lastIndex(), node.log.lastTerm()));
    }

    private void ask(RaftKvMessage request) {
        votes.clear();
        for (NodeId server : node.membership.servers()) {
            if (!server.equals(node.env.self())) {
                node.send(server, request);
            }
        }
        count(node.env.self());
    }

    /** Thesis, sections 9.6 and 4.2.3: no, as long as it hears from a leader. */
    private void onPreVoteRequest(NodeId from, PreVoteRequest m) {
        boolean granted = m.term() > node.term()
                && !hearsLeader()
                && node.mayVote(from, m.term(), m.lastLogIndex(), m.lastLogTerm());
        node.send(from, new PreVote(granted ? m.term() : node.term(), granted));
    }

    private boolean hearsLeader() {
        return node.isLeader() || node.env.uptime().minus(leaderHeard).compareTo(RaftKvNode.ELECTION_TIMEOUT) < 0;
    }

    private void onPreVote(NodeId from, PreVote m) {
        if (m.granted() && node.role() == Role.PRE_CANDIDATE && m.term() == node.term() + 1) {
            count(from);
        } else if (!m.granted() && m.term() > node.term()) {
            node.becomeFollower(m.term());
        }
    }

    private void onRequestVote(NodeId from, RequestVote m) {
        boolean granted = node.mayVote(from, m.term(), m.lastLogIndex(), m.lastLogTerm());
        if (m.term() > node.term()) {
            node.becomeFollower(m.term());
        }
        if (granted) {
            node.adopt(new Ballot(m.term(), Optional.of(from)));
            resetTimer();
        }
        node.send(from, new Vote(node.term(), granted));
    }

    private void onVote(NodeId from, Vote m) {
        if (m.term() > node.term()) {
            node.becomeFollower(m.term());
        } else if (m.granted() && node.role() == Role.CANDIDATE && m.term() == node.term()) {
            count(from);
        }
    }

    private void count(NodeId voter) {
        if (!node.membership.contains(voter)) {
            return;
        }
        votes.add(voter);
        if (votes.size() < node.membership.majority()) {
            return;
        }
        if (node.role() == Role.PRE_CANDIDATE) {
            stand();
        } else {
            node.becomeLeader();
        }
    }
}
