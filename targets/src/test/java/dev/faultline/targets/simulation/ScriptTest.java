package dev.faultline.targets.simulation;

import static dev.faultline.targets.simulation.Runs.N1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Sight;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import dev.faultline.targets.simulation.Programmed.Alarm;
import dev.faultline.targets.simulation.Programmed.Answer;
import dev.faultline.targets.simulation.Programmed.Ask;
import dev.faultline.targets.simulation.Programmed.Entry;
import dev.faultline.targets.simulation.Programmed.Ping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Asked for {@code n}, a node stores and syncs it, sends it to everybody else, and answers. */
class ScriptTest {
    private final List<String> journal = new ArrayList<>();

    private Cluster cluster() {
        return Runs.cluster(3, () -> new Programmed()
                .starting(env -> {
                    journal.add(
                            env.self() + " starts with " + env.storage().log().size());
                    env.setTimer(Alarm.TICK, Duration.ofMillis(100));
                })
                .expiring((timeout, env) -> journal.add(env.self() + " " + timeout))
                .receiving((from, message, env) -> {
                    if (message instanceof Ask ask) {
                        int number = ((Long) ask.value()).intValue();
                        env.storage().append(new Entry(number));
                        env.storage().sync();
                        env.members().stream()
                                .filter(node -> !node.equals(env.self()))
                                .forEach(node -> env.send(node, new Ping(number)));
                        env.send(from, new Answer(ask.msgId(), Outcome.ok(ask.value())));
                    } else if (message instanceof Ping ping) {
                        journal.add(env.self() + " got " + ping.number());
                    }
                }));
    }

    private ScriptedRun play(Consumer<Script> script, Monitor... monitors) {
        ScriptedRun played = new SimulationRuntime()
                .script(cluster(), script, List.of(monitors), Trace.NONE)
                .orElseThrow();
        journal.removeIf(line -> line.endsWith("starts with 0"));
        return played;
    }

    private static Script threePings(Script script) {
        return script.invoke("c1", "n1", "put", 1L)
                .invoke("c1", "n1", "put", 2L)
                .invoke("c1", "n1", "put", 3L);
    }

    @Test
    void holdsEveryMessageUntilItIsLetGo() {
        ScriptedRun played = play(script -> threePings(script).wait(Duration.ofHours(1)));
        assertThat(journal).isEmpty();
        assertThat(played.left()).isEmpty();
        assertThat(played.moves()).isEqualTo(4);
    }

    @Test
    void deliversTheOldestMessageToEachReceiver() {
        play(script -> threePings(script).deliver(Ping.class, "n1", "n2", "n3").deliver(Ping.class, "n1", "n2"));
        assertThat(journal).containsExactly("n2 got 1", "n3 got 1", "n2 got 2");
    }

    @Test
    void letsTheNewestMessageOvertake() {
        play(script -> threePings(script).deliverNewest(Ping.class, "n1", "n2").deliver(Ping.class, "n1", "n2"));
        assertThat(journal).containsExactly("n2 got 3", "n2 got 1");
    }

    @Test
    void deliversACopyAndKeepsTheOriginal() {
        play(script -> threePings(script).deliverCopy(Ping.class, "n1", "n2").deliver(Ping.class, "n1", "n2"));
        assertThat(journal).containsExactly("n2 got 1", "n2 got 1");
    }

    @Test
    void dropsTheOldestMessageForOneReceiver() {
        play(script -> threePings(script).drop(Ping.class, "n1", "n2").deliver(Ping.class, "n1", "n2", "n3"));
        assertThat(journal).containsExactly("n2 got 2", "n3 got 1");
    }

    @Test
    void leavesTheScriptWhenNoSuchMessageIsHeld() {
        ScriptedRun played = play(script -> threePings(script).dropEverything().deliver(Ping.class, "n1", "n2"));
        assertThat(played.left()).contains("at move 5 no Ping from n1 to n2 is held");
    }

    @Test
    void letsATimerExpireOnceHoweverLateItIsDue() {
        ScriptedRun played = play(script -> script.expire("n2", Alarm.TICK).expire("n2", Alarm.TICK));
        assertThat(journal).containsExactly("n2 TICK");
        assertThat(played.left()).contains("at move 2 n2 has no timer TICK set");
    }

    @Test
    void bootsACrashedNodeOnItsStorage() {
        play(script -> threePings(script).crash("n1").boot("n1").restart("n1"));
        assertThat(journal).containsExactly("n1 starts with 3", "n1 starts with 3");
    }

    @Test
    void letsACrashedNodeTakeNoStep() {
        ScriptedRun played = play(script -> script.crash("n2")
                .invoke("c1", "n1", "put", 1L)
                .deliver(Ping.class, "n1", "n2", "n3")
                .expire("n2", Alarm.TICK));
        assertThat(journal).containsExactly("n3 got 1");
        assertThat(played.left()).isPresent();
    }

    @Test
    void killsANodeBeforeItsNthEffect() {
        ScriptedRun played = play(script -> script.crashBeforeEffect("n1", 4)
                .invoke("c1", "n1", "put", 1L)
                .boot("n1")
                .deliver(Ping.class, "n1", "n2")
                .deliver(Ping.class, "n1", "n3"));
        assertThat(journal).containsExactly("n1 starts with 1", "n2 got 1");
        assertThat(played.left()).contains("at move 5 no Ping from n1 to n3 is held");
        assertThat(types(played.run())).containsExactly(EventType.INVOKE);
    }

    @Test
    void deliversEverythingAndLetsTimersExpireWhileItRuns() {
        play(script -> threePings(script).run(Duration.ofMillis(50)).invoke("c1", "n1", "put", 4L));
        assertThat(journal)
                .containsExactlyInAnyOrder("n2 got 1", "n3 got 1", "n2 got 2", "n3 got 2", "n2 got 3", "n3 got 3");
        journal.clear();
        play(script -> script.run(Duration.ofMillis(150)));
        assertThat(journal).containsExactly("n1 TICK", "n2 TICK", "n3 TICK");
    }

    @Test
    void recordsAnAnswerAtOnceAndAnOpenOperationAsIndefinite() {
        ScriptedRun played = play(script -> script.invoke("c1", "n1", "put", 1L)
                .crash("n1")
                .invoke("c1", "n1", "put", 2L)
                .invoke("c1", "n2", "put", 3L));
        assertThat(types(played.run()))
                .containsExactly(
                        EventType.INVOKE,
                        EventType.OK,
                        EventType.INVOKE,
                        EventType.INFO,
                        EventType.INVOKE,
                        EventType.OK);
        assertThat(played.run().history().operations().get(2).invocation().process())
                .isNotEqualTo(
                        played.run().history().operations().get(1).invocation().process());
    }

    @Test
    void repeatsARequestWithTheSameNumber() {
        ScriptedRun played = play(
                script -> script.invoke("c1", "n1", "put", 1L).retry("c1", "n2").deliver(Ping.class, "n2", "n3"));
        assertThat(journal).containsExactly("n3 got 1");
        assertThat(played.run().history().operations()).hasSize(1);
    }

    @Test
    void stopsAtTheMoveThatBreaksAnInvariant() {
        Monitor monitor = new Monitor() {
            @Override
            public Sight sight() {
                return Sight.EVERY_MOMENT;
            }

            @Override
            public Optional<String> onState(NodeId node, Record state, long at) {
                boolean isSecond = node.equals(N1) && state.equals(new Programmed.Seen(2));
                return isSecond ? Optional.of("n1 has seen two events.") : Optional.empty();
            }

            @Override
            public CheckResult conclude(Run run) {
                return CheckResult.valid();
            }
        };
        ScriptedRun played = play(ScriptTest::threePings, monitor);
        assertThat(played.moves()).isEqualTo(1);
        assertThat(played.run().broken().orElseThrow().explanation()).isEqualTo("n1 has seen two events.");
    }

    private static List<EventType> types(Run run) {
        return run.history().events().stream()
                .filter(event -> !event.isNemesis())
                .map(Event::type)
                .toList();
    }
}
