package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Invariant;
import dev.faultline.harness.property.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * State machine safety: no two servers apply different entries at one index (figure 3), and snapshots of one index are the
 * same. Amortised O(1) per event: every node's applied entries and snapshots are looked at once.
 */
final class StateMachineSafety extends Invariant {
    /** By index; {@code null} where no entry was seen. */
    private final List<Entry> applied = new ArrayList<>();

    private final Map<Long, Snapshot> snapshots = new TreeMap<>();
    private final Map<NodeId, Progress> nodes = new HashMap<>();

    /** How far a node has been watched since it booted. */
    private static final class Progress {
        private long commitIndex;
        private Snapshot snapshot;
    }

    StateMachineSafety() {
        super(Sight.EACH_NODE);
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (!(state instanceof RaftKvState raft)) {
            return Optional.empty();
        }
        Progress progress = nodes.computeIfAbsent(node, id -> new Progress());
        if (progress.commitIndex == raft.commitIndex() && raft.snapshot().equals(progress.snapshot)) {
            return Optional.empty();
        }
        return update(node, progress, raft);
    }

    @Override
    public void onCrash(NodeId node, long at) {
        nodes.remove(node);
    }

    private Optional<String> update(NodeId node, Progress progress, RaftKvState state) {
        if (state.commitIndex() < progress.commitIndex) {
            return Optional.of(node + " had applied entry " + progress.commitIndex + " and went back to "
                    + state.commitIndex() + ".");
        }
        if (state.commitIndex() > state.lastIndex()) {
            return Optional.of(node + " has applied entry " + state.commitIndex() + ", but its log ends at "
                    + state.lastIndex() + ".");
        }
        for (long index = progress.commitIndex + 1; index <= state.commitIndex(); index++) {
            if (index > state.snapshot().index() && !isFirstOrSame(state.entry(index))) {
                return Optional.of(node + " has applied " + state.entry(index) + ", but another server has applied "
                        + applied.get((int) index) + ".");
            }
        }
        progress.commitIndex = state.commitIndex();
        return snapshot(node, progress, state.snapshot());
    }

    private boolean isFirstOrSame(Entry entry) {
        int index = (int) entry.index();
        while (applied.size() <= index) {
            applied.add(null);
        }
        Entry first = applied.get(index);
        if (first == null) {
            applied.set(index, entry);
        }
        return first == null || first.equals(entry);
    }

    private Optional<String> snapshot(NodeId node, Progress progress, Snapshot snapshot) {
        if (snapshot.equals(progress.snapshot)) {
            return Optional.empty();
        }
        progress.snapshot = snapshot;
        Snapshot first = snapshots.putIfAbsent(snapshot.index(), snapshot);
        return first == null || first.equals(snapshot)
                ? Optional.empty()
                : Optional.of(node + " has a snapshot " + snapshot + ", but another server has " + first + ".");
    }
}
