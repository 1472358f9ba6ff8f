package dev.faultline.targets.containers;

import static dev.faultline.targets.live.Correspondence.N1;
import static dev.faultline.targets.live.Correspondence.answer;
import static dev.faultline.targets.live.Correspondence.first;
import static dev.faultline.targets.live.Correspondence.heardBefore;
import static dev.faultline.targets.live.Correspondence.notedBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.targets.live.Correspondence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be taken away from real containers. */
class ContainerFaultsTest {
    private static final int KILLED = 137;
    private static final long MEMORY = 256L << 20;
    private static final long NANO_CPUS = 1_000_000_000;

    private final List<InspectContainerResponse> seen = new ArrayList<>();

    @BeforeEach
    void whereContainersAreTried() {
        assumeThat(System.getProperty("faultline.image.base"))
                .as("the image that nodes' images begin with, without which containers are not tried")
                .isNotNull();
    }

    private static Run run(Correspondence correspondence, int horizon) {
        return correspondence.run(new ContainersRuntime(), horizon, Trace.NONE);
    }

    /** Looks at the container of n1 in the one run of this JVM. */
    private void look() {
        String name = "/faultline-" + ProcessHandle.current().pid() + "-.*-n1";
        String id = Docker.client().listContainersCmd().withShowAll(true).exec().stream()
                .filter(container -> container.getNames()[0].matches(name))
                .findFirst()
                .orElseThrow()
                .getId();
        seen.add(Docker.client().inspectContainerCmd(id).exec());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aDisconnectedNodeAnswersTheHarnessAndNobodyElse(int number) {
        NodeId node = NodeId.node(number);
        Run run = run(
                new Correspondence()
                        .fault(
                                "disconnect",
                                1_000,
                                2_000,
                                injector -> injector.machines().disconnect(node),
                                injector -> injector.machines().connect(node))
                        .note(5, 200, 10)
                        .note(10, 1_400, 10)
                        .listen(800, 2_000)
                        .note(7, 2_300, 10)
                        .hear(6_000),
                2_000);
        assertThat(heardBefore(run, first(run, EventType.INFO, "disconnect"))).isEqualTo(5);
        assertThat(heardBefore(run, Duration.ofSeconds(2))).isEqualTo(5);
        assertThat(notedBefore(run, Duration.ofSeconds(2)))
                .as("n1 and n2 have been asked meanwhile")
                .isGreaterThan(5);
        assertThat(run.history().events().stream().filter(event -> event.type() == EventType.INFO))
                .as("nobody seemed dead, and every question was answered")
                .hasSize(2);
        assertThat(answer(run, "heard"))
                .as("what was sent meanwhile is heard, too, as TCP does not give up so soon")
                .isEqualTo(22L);
    }

    @Test
    void aNodeThatBootsWhileItIsDisconnectedIsHeardWhenItIsBack() {
        Run run = run(
                new Correspondence()
                        .fault(
                                "disconnect",
                                300,
                                2_500,
                                injector -> injector.machines().disconnect(N1),
                                injector -> injector.machines().connect(N1))
                        .fault(
                                "restart",
                                500,
                                800,
                                injector -> injector.crash(N1, 0, 0),
                                injector -> injector.start(N1))
                        .note(7, 3_000, 10)
                        .hear(7_000),
                2_500);
        assertThat(answer(run, "heard")).isEqualTo(7L);
    }

    @Test
    void aStarvedNodeIsSlow() {
        Run run = run(
                new Correspondence()
                        .fault(
                                "cpu-limit",
                                300,
                                2_500,
                                injector -> injector.machines().limitCpu(N1, 0.02),
                                injector -> injector.machines().freeCpu(N1))
                        .ask(800, "toil")
                        .ask(3_000, "toil"),
                2_500);
        List<Event> toil = run.history().events().stream()
                .filter(event -> event.f().equals("toil"))
                .toList();
        assertThat(Duration.ofNanos(toil.get(1).time() - toil.get(0).time()))
                .as("ten milliseconds of work, two in every hundred")
                .isGreaterThan(Duration.ofMillis(300));
        assertThat(toil).last().extracting(Event::type).isEqualTo(EventType.OK);
    }

    @Test
    void aNodeWithoutMemoryIsEndedByTheKernelAndComesBackWithWhatItHad() {
        Run run = run(
                new Correspondence()
                        .fault(
                                "restart",
                                500,
                                1_500,
                                injector -> injector.machines().limitMemory(N1),
                                injector -> {
                                    look();
                                    injector.start(N1);
                                })
                        .faultForGood("look", 2_500, injector -> look())
                        .note(5, 200, 0)
                        .ask(3_500, "read"),
                2_500);
        assertThat(seen.get(0).getState().getOOMKilled()).isTrue();
        assertThat(seen.get(0).getState().getExitCodeLong()).isEqualTo(KILLED);
        assertThat(seen.get(0).getHostConfig().getMemory()).isLessThan(MEMORY);
        assertThat(seen.get(1).getHostConfig().getMemory()).isEqualTo(MEMORY);
        assertThat(answer(run, "read")).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L));
    }

    @Test
    void aFrozenNodeDiesForWantOfMemoryAsWell() {
        Run run = run(
                new Correspondence()
                        .fault("pause", 300, 2_000, injector -> injector.pause(N1), injector -> injector.resume(N1))
                        .fault(
                                "restart",
                                600,
                                1_500,
                                injector -> injector.machines().limitMemory(N1),
                                injector -> {
                                    look();
                                    injector.start(N1);
                                })
                        .note(3, 3_000, 0)
                        .hear(4_000),
                2_500);
        assertThat(seen.get(0).getState().getOOMKilled()).isTrue();
        assertThat(answer(run, "heard")).isEqualTo(3L);
    }

    @Test
    void whoBootsAgainIsNoLongerStarved() {
        Run run = run(
                new Correspondence()
                        .faultForGood("cpu-limit", 300, injector -> {
                            injector.machines().limitCpu(N1, 0.02);
                            look();
                        })
                        .fault(
                                "restart",
                                500,
                                800,
                                injector -> injector.crash(N1, 0, 0),
                                injector -> injector.start(N1))
                        .faultForGood("look", 2_500, injector -> look())
                        .note(3, 3_000, 0)
                        .hear(4_000),
                2_500);
        assertThat(seen)
                .extracting(each -> each.getHostConfig().getNanoCPUs())
                .containsExactly(NANO_CPUS / 50, NANO_CPUS);
        assertThat(answer(run, "heard")).isEqualTo(3L);
    }
}
