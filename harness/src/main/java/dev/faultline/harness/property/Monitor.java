package dev.faultline.harness.property;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Run;
import java.util.Optional;

/** Watches one run for one property. Used by one thread. */
public interface Monitor {

    /** What it has to see through {@link #onState}; a runtime that cannot show that skips claims that need it. */
    default Sight sight() {
        return Sight.NOTHING;
    }

    /**
     * Called after every event with the state of the node that handled it. Should cost O(1) on average.
     *
     * @param at when it was seen, in nanoseconds since the run began
     * @return what went wrong, if anything did; the run stops there
     */
    default Optional<String> onState(NodeId node, Record state, long at) {
        return Optional.empty();
    }

    /** Called when a node was killed: what it showed before is void. */
    default void onCrash(NodeId node, long at) {}

    /** Decides at the end of the run; not called when {@link #onState} has stopped it. */
    CheckResult conclude(Run run);

    /**
     * The verdict of {@link #conclude} alone, for whoever tries out many runs: it may cost much less, and may give up where
     * {@link #conclude} would not.
     */
    default Verdict decide(Run run) {
        return conclude(run).verdict();
    }
}
