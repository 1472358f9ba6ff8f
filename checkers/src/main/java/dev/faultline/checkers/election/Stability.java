package dev.faultline.checkers.election;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.NodeFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** See {@link Elections#stability()}. */
record Stability(String name) implements Checker {

    /**
     * The time after a restart in which nothing else happens.
     *
     * @param quietFrom when the last fault before it ended, in nanoseconds
     * @param to when the next fault begins
     */
    private record Window(long quietFrom, Event restart, long to) {
        boolean isBefore(Answer answer) {
            return answer.askedAt() >= quietFrom && answer.event().time() < restart.time();
        }

        boolean contains(Answer answer) {
            return answer.askedAt() >= restart.time() && answer.event().time() < to;
        }
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Answer> answers = Answer.of(history).stream()
                .filter(answer -> answer.leader() != null)
                .toList();
        List<Violation> violations = new ArrayList<>();
        int judged = 0;
        for (Window window : windows(history.faults())) {
            Optional<Answer> established = established(window, answers);
            if (established.isPresent()) {
                judged++;
                violations.addAll(changes(window, established.get(), answers));
            }
        }
        return Violation.decide(violations, "restarts", judged);
    }

    /** One window for each restart at which no other fault was in force. */
    private static List<Window> windows(List<Event> faults) {
        List<Window> windows = new ArrayList<>();
        FaultsInForce inForce = new FaultsInForce();
        long quietFrom = 0;
        for (int i = 0; i < faults.size(); i++) {
            Event fault = faults.get(i);
            if (fault.f().equals("restart") && inForce.isNone()) {
                windows.add(new Window(quietFrom, fault, nextFault(faults, i)));
            }
            inForce.on(fault);
            quietFrom = fault.time();
        }
        return windows;
    }

    private static long nextFault(List<Event> faults, int restart) {
        return faults.stream()
                .skip(restart + 1L)
                .filter(fault -> !fault.f().equals("restarted"))
                .mapToLong(Event::time)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static Optional<Answer> established(Window window, List<Answer> answers) {
        List<Answer> before = answers.stream().filter(window::isBefore).toList();
        long newest = before.stream().mapToLong(Answer::term).max().orElse(0);
        return before.stream()
                .filter(answer -> answer.term() == newest && answer.leader().equals(answer.node()))
                .filter(answer -> !NodeFaults.nodes(window.restart).contains(answer.leader()))
                .findFirst();
    }

    private static List<Violation> changes(Window window, Answer established, List<Answer> answers) {
        String restarted = String.join(", ", NodeFaults.nodes(window.restart));
        return answers.stream()
                .filter(window::contains)
                .filter(answer -> answer.term() >= established.term())
                .filter(answer -> !answer.leader().equals(established.leader()))
                .map(answer -> Violation.shownBy(
                        "The restart of " + restarted + " unseated the leader: " + established + " before it, and "
                                + answer + " after it.",
                        established.event(),
                        window.restart,
                        answer.event()))
                .toList();
    }
}
