package dev.faultline.reference.election.bully;

import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.runtime.MessageCounts;
import dev.faultline.harness.runtime.Run;
import dev.faultline.reference.election.bully.BullyMessage.Alive;
import dev.faultline.reference.election.bully.BullyMessage.Election;
import dev.faultline.reference.election.bully.BullyMessage.Victory;
import java.util.List;
import java.util.OptionalDouble;

/** Figures taken from a run. */
final class BullyFigures {
    private BullyFigures() {}

    /** Every election that is won ends with a victory that goes to all others. */
    static OptionalDouble messagesPerElection(Run run) {
        MessageCounts counts = run.messages();
        double victories = counts.of(Victory.class);
        double messages = counts.of(Election.class) + counts.of(Alive.class) + victories;
        int others = run.cluster().nodes().size() - 1;
        return victories == 0 ? OptionalDouble.empty() : OptionalDouble.of(messages * others / victories);
    }

    /** As n1 sees it, which never restarts where this is measured. */
    static OptionalDouble leaderChangesPerRestart(Run run) {
        long restarts = run.history().faults().stream()
                .filter(fault -> fault.f().equals("restarted"))
                .count();
        List<Object> named = run.history().operations().stream()
                .filter(answer ->
                        answer.isOk() && "n1".equals(answer.completion().node()))
                .map(BullyFigures::leader)
                .filter(leader -> !leader.equals("nobody"))
                .toList();
        long changes = 0;
        for (int i = 1; i < named.size(); i++) {
            changes += named.get(i).equals(named.get(i - 1)) ? 0 : 1;
        }
        return restarts == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) changes / restarts);
    }

    private static Object leader(Operation answer) {
        Object leader = ((List<?>) answer.output()).get(1);
        return leader == null ? "nobody" : leader;
    }
}
