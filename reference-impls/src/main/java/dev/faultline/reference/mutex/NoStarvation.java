package dev.faultline.reference.mutex;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.property.Excuse;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.Run;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code no-starvation}: every request for a lock is granted, and while it waits no other process overtakes it more than
 * once. To overtake is to ask later, for the same resource, and to be granted earlier.
 *
 * <p>For runs without outages: whoever asks at least {@code grace} before the end of the run has to be granted by then.
 * Deciding takes O(n·w) for n requests of which w are open at a time, and never answers UNKNOWN.
 *
 * @param grace how long a request may take
 * @param beside how long a request takes from the client to its node: requests closer together have no order
 */
public record NoStarvation(Duration grace, Duration beside) implements Property {

    /** Clients live beside their nodes, less than a millisecond away. */
    public static Property within(Duration grace) {
        return new NoStarvation(grace, Duration.ofMillis(1));
    }

    @Override
    public Property allowing(Duration slack) {
        return new NoStarvation(grace.plus(slack), beside.plus(slack));
    }

    @Override
    public Optional<String> excuse(Run run) {
        return Excuse.lostTime().of(run, beside);
    }

    @Override
    public String name() {
        return "no-starvation";
    }

    @Override
    public Monitor monitor(Cluster cluster) {
        return new Monitor() {
            @Override
            public CheckResult conclude(Run run) {
                return check(run.history(), run.end());
            }
        };
    }

    CheckResult check(History history, Duration end) {
        List<Operation> requests = history.operations().stream()
                .filter(operation -> operation.f().equals("acquire"))
                .sorted(Comparator.comparingLong(Operation::invokedAt))
                .toList();
        for (int i = 0; i < requests.size(); i++) {
            Operation request = requests.get(i);
            if (!request.isOk() && request.invokedAt() + grace.toNanos() <= end.toNanos()) {
                return CheckResult.invalid(
                        "A request of process " + request.process() + " on "
                                + request.invocation().node() + " was not granted within " + grace.toMillis() + " ms.",
                        List.of(request.invocation()));
            }
            Optional<Operation> second = secondOvertaking(request, requests.subList(i + 1, requests.size()));
            if (second.isPresent()) {
                return overtaken(request, second.get());
            }
        }
        return CheckResult.valid();
    }

    private Optional<Operation> secondOvertaking(Operation request, List<Operation> later) {
        Set<Integer> once = new TreeSet<>();
        return later.stream()
                .takeWhile(other -> other.invokedAt() < request.completedAt())
                .filter(other -> other.invokedAt() - request.invokedAt() > beside.toNanos())
                .filter(other -> other.isOk() && other.completedAt() < request.completedAt())
                .filter(other -> other.input().equals(request.input()))
                .filter(other -> !once.add(other.process()))
                .findFirst();
    }

    private static CheckResult overtaken(Operation request, Operation second) {
        return CheckResult.invalid(
                "Process " + second.process() + " on " + second.invocation().node() + " overtook the waiting process "
                        + request.process() + " on " + request.invocation().node() + " for the second time.",
                List.of(request.invocation(), second.invocation(), second.completion()));
    }
}
