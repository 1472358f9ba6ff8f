package dev.faultline.harness.fake;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.runtime.Run;
import java.util.List;

/**
 * What a run of {@link FakeRuntime} was made of.
 *
 * @param seed its seed, 0 for a script
 * @param faults the numbers of its faults
 * @param sessions the numbers of its sessions
 * @param nodes the size of its cluster
 * @param wrong whether its nodes are {@link WrongNode}s
 */
public record Facts(long seed, List<Integer> faults, List<Integer> sessions, int nodes, boolean wrong) {

    static Facts of(Run run) {
        return new Facts(
                run.end().toNanos(),
                run.history().faults().stream().map(Facts::number).toList(),
                run.history().operations().stream()
                        .map(Operation::invocation)
                        .map(Facts::number)
                        .toList(),
                run.cluster().nodes().size(),
                run.cluster().role("node").boot() instanceof WrongNode);
    }

    private static int number(Event event) {
        return Math.toIntExact((Long) event.value());
    }
}
