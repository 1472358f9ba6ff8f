package dev.faultline.harness.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.scenario.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final Duration HORIZON = Duration.ofSeconds(10);
    private static final Workload READS = Registers.readWriteCas().clients(3).operations(40);
    private static final Workload LOCKS = Locks.acquireAndRelease().clients(2).operations(20);

    private static List<Session> plan(Workload workload) {
        return workload.plan(HORIZON, Seeds.random(7, "test"));
    }

    private static boolean isLock(Session session) {
        return session.steps().get(0).f().equals("acquire");
    }

    @Test
    void workloadsAlongsideEachOtherHaveClientsOfTheirOwn() {
        Workload both = READS.alongside(LOCKS);
        List<Session> sessions = plan(both);

        assertThat(both.clients()).isEqualTo(5);
        assertThat(sessions).hasSize(60);
        assertThat(sessions).allMatch(session -> isLock(session) == session.client() > 3);
        assertThat(sessions).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void workloadsOneAfterTheOtherShareTheTime() {
        List<Session> sessions = plan(READS.then(LOCKS));

        assertThat(sessions).hasSize(60);
        assertThat(sessions).allMatch(session -> isLock(session) == session.at().compareTo(HORIZON.dividedBy(2)) >= 0);
        assertThat(READS.then(LOCKS).clients()).isEqualTo(3);
    }

    @Test
    void composedSessionsAreNumberedFromZero() {
        for (Workload workload : List.of(READS.alongside(LOCKS), READS.then(LOCKS))) {
            assertThat(plan(workload).stream().map(Session::index))
                    .containsExactlyElementsOf(IntStream.range(0, 60).boxed().toList());
        }
    }
}
