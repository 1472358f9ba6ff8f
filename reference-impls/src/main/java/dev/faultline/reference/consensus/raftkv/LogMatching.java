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
 * Log matching: two logs that hold an entry of the same index and term are the same up to there (figure 3). It follows by
 * induction when index and term determine an entry's command and the term of the entry before it, which is what is watched.
 * Amortised O(1) per event: only entries that were not in the node's log before are looked at.
 */
final class LogMatching extends Invariant {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<NodeId, Known> logs = new HashMap<>();

    /** The first entry seen of an index and a term, and the facts of other terms of that index. */
    private record Fact(Entry entry, long previousTerm, NodeId node, Fact others) {
        boolean agrees(Entry other, long termBefore) {
            return previousTerm == termBefore && entry.command().equals(other.command());
        }
    }

    /** A node's log as it was last seen. */
    private static final class Known {
        private final List<Entry> entries = new ArrayList<>();
        private Snapshot snapshot;

        boolean isCurrent(RaftKvState state) {
            int size = state.log().size();
            return state.snapshot().equals(snapshot)
                    && entries.size() == size
                    && (size == 0 || entries.get(size - 1).equals(state.log().get(size - 1)));
        }

        /** Forgets what is not in the log any more. */
        void shorten(RaftKvState state) {
            if (!state.snapshot().equals(snapshot)) {
                snapshot = state.snapshot();
                entries.clear();
                return;
            }
            int size = Math.min(entries.size(), state.log().size());
            while (size > 0 && !entries.get(size - 1).equals(state.log().get(size - 1))) {
                size--;
            }
            entries.subList(size, entries.size()).clear();
        }
    }

    LogMatching() {
        super(Sight.EACH_NODE);
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (!(state instanceof RaftKvState raft)) {
            return Optional.empty();
        }
        Known known = logs.computeIfAbsent(node, id -> new Known());
        return known.isCurrent(raft) ? Optional.empty() : update(node, known, raft);
    }

    @Override
    public void onCrash(NodeId node, long at) {
        logs.remove(node);
    }

    private Optional<String> update(NodeId node, Known known, RaftKvState state) {
        known.shorten(state);
        for (int i = known.entries.size(); i < state.log().size(); i++) {
            Entry entry = state.log().get(i);
            long previousTerm =
                    i == 0 ? state.snapshot().term() : state.log().get(i - 1).term();
            known.entries.add(entry);
            Fact first = first(node, entry, previousTerm);
            if (!first.agrees(entry, previousTerm)) {
                return Optional.of(
                        "The logs of " + first.node() + " and " + node + " both hold an entry " + entry.index()
                                + " of term " + entry.term() + ", but "
                                + (first.previousTerm() == previousTerm
                                        ? "its commands differ."
                                        : "the entries before it differ."));
            }
        }
        return Optional.empty();
    }

    /** The fact of this entry's index and term; it becomes one when it is the first. */
    private Fact first(NodeId node, Entry entry, long previousTerm) {
        int index = (int) entry.index();
        while (facts.size() <= index) {
            facts.add(null);
        }
        Fact fact = facts.get(index);
        while (fact != null && fact.entry().term() != entry.term()) {
            fact = fact.others();
        }
        if (fact == null) {
            fact = new Fact(entry, previousTerm, node, facts.get(index));
            facts.set(index, fact);
        }
        return fact;
    }
}
