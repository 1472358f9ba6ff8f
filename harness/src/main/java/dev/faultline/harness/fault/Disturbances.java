package dev.faultline.harness.fault;

import dev.faultline.harness.fault.Disturbance.Delay;
import dev.faultline.harness.fault.Disturbance.Duplication;
import dev.faultline.harness.fault.Disturbance.Latency;
import dev.faultline.harness.fault.Disturbance.Loss;
import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The disturbances in force together. Times add up, and a message gets through when it gets through each of them. Immutable.
 *
 * @param all in the order in which they began
 */
public record Disturbances(List<Disturbance> all) {
    /** A network that is left alone. */
    public static final Disturbances NONE = new Disturbances(List.of());

    public Disturbances with(Disturbance another) {
        List<Disturbance> more = new ArrayList<>(all);
        more.add(another);
        return new Disturbances(List.copyOf(more));
    }

    /** One of those that are equal to it ends. */
    public Disturbances without(Disturbance ended) {
        List<Disturbance> fewer = new ArrayList<>(all);
        fewer.remove(ended);
        return new Disturbances(List.copyOf(fewer));
    }

    /** Those that the link from one node to another suffers. */
    public Disturbances on(NodeId from, NodeId to) {
        return new Disturbances(all.stream().filter(each -> each.hits(from, to)).toList());
    }

    /** Those of one kind. */
    public <D extends Disturbance> Stream<D> of(Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** How late a message can be at most, out of order. */
    public Duration longestDelay() {
        return sum(Delay.class, Delay::longest);
    }

    /** How much later a message is at least, in order. */
    public Duration shortestLatency() {
        return sum(Latency.class, Latency::shortest);
    }

    /** How much later a message is at most, in order. */
    public Duration longestLatency() {
        return sum(Latency.class, Latency::longest);
    }

    private <D extends Disturbance> Duration sum(Class<D> kind, Function<D, Duration> time) {
        return of(kind).map(time).reduce(Duration.ZERO, Duration::plus);
    }

    /** Probability that a message is lost. */
    public double loss() {
        return any(Loss.class, Loss::probability);
    }

    /** Probability that a message comes twice. */
    public double duplication() {
        return any(Duplication.class, Duplication::probability);
    }

    private <D extends Disturbance> double any(Class<D> kind, ToDoubleFunction<D> probability) {
        return 1
                - of(kind).mapToDouble(each -> 1 - probability.applyAsDouble(each))
                        .reduce(1, (a, b) -> a * b);
    }
}
