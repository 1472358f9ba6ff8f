package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.scenario.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);
    private static final Disturbance LOSS = new Disturbance.Loss(0.2);
    private static final Disturbance DUPLICATION = new Disturbance.Duplication(0.2);
    private static final Disturbance DELAY = new Disturbance.Delay(Duration.ofMillis(400));
    private static final int MANY = 10_000;

    private static Network network(long seed) {
        return new Network(Seeds.random(seed, "network"), Duration.ZERO);
    }

    private static List<List<Long>> fates(Network network) {
        return Stream.generate(() -> network.delays("n1", "n2")).limit(MANY).toList();
    }

    @Test
    void aQuietNetworkBringsEveryMessageAtOnce() {
        assertThat(fates(network(1))).containsOnly(List.of(0L));
    }

    @Test
    void aCutIsOneWay() {
        Network network = network(1);
        network.cut(N1, N2);

        assertThat(network.delays("n1", "n2")).isEmpty();
        assertThat(network.delays("n2", "n1")).hasSize(1);
        assertThat(network.delays("n1", "n3")).hasSize(1);
        assertThat(network.isCut("n1", "n2")).isTrue();
    }

    @Test
    void aLinkThatWasCutTwiceIsMendedTwice() {
        Network network = network(1);
        network.cut(N1, N2);
        network.cut(N1, N2);
        network.mend(N1, N2);
        assertThat(network.delays("n1", "n2")).isEmpty();

        network.mend(N1, N2);
        assertThat(network.delays("n1", "n2")).hasSize(1);
    }

    @Test
    void aFifthIsLostWhileThereIsLoss() {
        Network network = network(1);
        network.disturb(LOSS);
        assertThat(fates(network).stream().filter(List::isEmpty).count()).isBetween(1800L, 2200L);

        network.calm(LOSS);
        assertThat(fates(network)).doesNotContain(List.of());
    }

    @Test
    void aFifthComesTwiceWhileThereIsDuplicationAndTheCopyIsLate() {
        Network network = network(1);
        network.disturb(DUPLICATION);

        List<List<Long>> doubled =
                fates(network).stream().filter(fate -> fate.size() == 2).toList();

        assertThat(doubled).hasSizeBetween(1800, 2200).allMatch(fate -> fate.get(0) == 0);
        assertThat(doubled.stream().mapToLong(fate -> fate.get(1)).max().orElseThrow())
                .isBetween(millis(390), millis(400));
    }

    @Test
    void delaysAddUp() {
        Network network = new Network(Seeds.random(1, "network"), Duration.ofMillis(100));
        network.disturb(DELAY);

        assertThat(fates(network).stream().mapToLong(fate -> fate.get(0)).max().orElseThrow())
                .isBetween(millis(490), millis(500));
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void theSameSeedGivesTheSameFates() {
        Network one = network(7);
        Network same = network(7);
        Network other = network(8);
        Stream.of(one, same, other).forEach(network -> network.disturb(LOSS));

        List<List<Long>> fates = fates(one);

        assertThat(fates(same)).isEqualTo(fates);
        assertThat(fates(other)).isNotEqualTo(fates);
    }

    @Test
    void aServiceIsNeverAskedTwice() {
        Network network = network(1);
        network.disturb(DUPLICATION);
        network.disturb(LOSS);

        List<List<Long>> fates = Stream.generate(network::delays).limit(MANY).toList();

        assertThat(fates).allMatch(fate -> fate.size() < 2);
        assertThat(fates.stream().filter(List::isEmpty).count()).isBetween(1800L, 2200L);
    }

    @Test
    void whatANodeSendsToItselfIsNotOnTheNetwork() {
        Network network = network(1);
        network.disturb(new Disturbance.Delay(Duration.ofSeconds(1)));
        network.disturb(new Disturbance.Loss(1));
        network.disturb(new Disturbance.Duplication(1));

        assertThat(network.delays("n1", "n1")).containsExactly(0L);
    }
}
