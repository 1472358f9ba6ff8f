package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Invariant;
import dev.faultline.harness.property.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leader completeness: an entry that was committed in a term is in the logs of the leaders of all later terms (figure 3).
 * Amortised O(1) per event: a leader is held against every committed entry once.
 */
final class LeaderCompleteness extends Invariant {
    /** By index, from 1. */
    private final List<Committed> committed = new ArrayList<>();

    private final Map<NodeId, Leadership> leaders = new HashMap<>();

    /**
     * A committed entry.
     *
     * @param term the term that created it
     * @param committedIn the term of the node that first knew it to be committed; it was committed in that one or before
     */
    private record Committed(long term, NodeId by, long committedIn) {}

    /** A leader, and the last committed entry that its log was searched for. */
    private static final class Leadership {
        private long term;
        private long checked;
    }

    LeaderCompleteness() {
        super(Sight.EACH_NODE);
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (!(state instanceof RaftKvState raft)) {
            return Optional.empty();
        }
        if (raft.commitIndex() > committed.size()) {
            collect(node, raft);
        }
        return raft.isLeader() ? check(node, raft) : Optional.empty();
    }

    private void collect(NodeId node, RaftKvState state) {
        for (long index = committed.size() + 1L; index <= Math.min(state.commitIndex(), state.lastIndex()); index++) {
            long term = index < state.snapshot().index() ? -1 : state.termAt(index);
            committed.add(new Committed(term, node, state.term()));
        }
    }

    private Optional<String> check(NodeId node, RaftKvState state) {
        Leadership leadership = leaders.computeIfAbsent(node, id -> new Leadership());
        if (leadership.term != state.term()) {
            leadership.term = state.term();
            leadership.checked = 0;
        }
        while (leadership.checked < committed.size()) {
            long index =
                    Math.max(leadership.checked + 1, Math.min(state.snapshot().index(), committed.size()));
            leadership.checked = index;
            Committed entry = committed.get((int) index - 1);
            if (entry.committedIn() < state.term() && !holds(state, index, entry)) {
                return Optional.of("Entry " + index + " of term " + entry.term() + " was committed by " + entry.by()
                        + " in term " + entry.committedIn() + ", but " + node + ", leader of term " + state.term()
                        + ", does not have it.");
            }
        }
        return Optional.empty();
    }

    /** Whether a log holds a committed entry; what a snapshot covers is no longer there to be seen. */
    private static boolean holds(RaftKvState state, long index, Committed entry) {
        if (index < state.snapshot().index() || entry.term() < 0) {
            return true;
        }
        return index <= state.lastIndex() && state.termAt(index) == entry.term();
    }
}
