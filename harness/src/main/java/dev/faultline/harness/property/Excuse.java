package dev.faultline.harness.property;

import dev.faultline.checkers.history.Event;
import dev.faultline.harness.runtime.Delay;
import dev.faultline.harness.runtime.Run;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a machine may have done to a run so that a violation need not be the system's doing. A system promises some things only while
 * processes and messages are on time (Dwork, Lynch and Stockmeyer, "Consensus in the presence of partial synchrony", JACM 35(2), 1988).
 */
public interface Excuse {
    /** Half of what heartbeats every 50 ms leave before a timeout of 150 ms: both who sends and who hears may be late. */
    Duration UNNOTICED = Duration.ofMillis(50);

    /** For what holds on any machine. */
    Excuse NONE = (run, slack) -> Optional.empty();

    /**
     * Why this run proves nothing, in a sentence; empty when it does.
     *
     * @param slack how much more time the property was given than it claims
     */
    Optional<String> of(Run run, Duration slack);

    /** For what happens by some time: somebody lost more time than the property was given in addition. O(delays). */
    static Excuse lostTime() {
        return (run, slack) -> {
            Map<String, Long> lost = run.delays().stream()
                    .collect(Collectors.groupingBy(Delay::whose, Collectors.summingLong(delay -> delay.by()
                            .toNanos())));
            return lost.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .filter(most -> most.getValue() > slack.toNanos())
                    .map(most -> most.getKey() + " waited " + most.getValue() / 1_000_000
                            + " ms in all for its turn, more than the " + slack.toMillis()
                            + " ms that are allowed for");
        };
    }

    /** For what a false suspicion breaks once faults are over: somebody was late at a time for which no slack makes up. O(delays). */
    static Excuse lateOnceCalm() {
        return (run, slack) -> lateSince(lastFault(run).plus(slack), run);
    }

    /** For what a false suspicion breaks at any time: somebody was late since the first fault. O(delays). */
    static Excuse lateAmongFaults() {
        return (run, slack) -> lateSince(firstFault(run), run);
    }

    private static Duration firstFault(Run run) {
        return Duration.ofNanos(
                faults(run).stream().mapToLong(Event::time).min().orElse(0));
    }

    private static Duration lastFault(Run run) {
        return Duration.ofNanos(
                faults(run).stream().mapToLong(Event::time).max().orElse(0));
    }

    /** The nemesis's {@code end} only says that the run is over. */
    private static List<Event> faults(Run run) {
        return run.history().faults().stream()
                .filter(fault -> !fault.f().equals("end"))
                .toList();
    }

    private static Optional<String> lateSince(Duration from, Run run) {
        return run.delays().stream()
                .filter(delay -> delay.at().compareTo(from) >= 0)
                .max(Comparator.comparing(Delay::by))
                .filter(longest -> longest.by().compareTo(UNNOTICED) > 0)
                .map(longest -> longest.whose() + " was " + longest.by().toMillis() + " ms late, "
                        + String.format(Locale.ROOT, "%.1f", longest.at().toNanos() / 1e9)
                        + " s into the run, and more than " + UNNOTICED.toMillis()
                        + " ms can make somebody alive seem dead");
    }
}
