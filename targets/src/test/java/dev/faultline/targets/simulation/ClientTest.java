package dev.faultline.targets.simulation;

import static dev.faultline.targets.simulation.Runs.N1;
import static dev.faultline.targets.simulation.Runs.N2;
import static dev.faultline.targets.simulation.Runs.N3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import dev.faultline.targets.simulation.Programmed.Alarm;
import dev.faultline.targets.simulation.Programmed.Answer;
import dev.faultline.targets.simulation.Programmed.Ask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final Clients ROAMING = Clients.roaming("node");
    private static final Clients PINNED = Clients.pinnedTo("node");
    private static final Step PUT = Step.write("put", "x");
    private static final Step GET = Step.read("get", "x");

    private final List<String> asked = new ArrayList<>();

    /** Three nodes that answer as they are told, or not at all. */
    private Cluster answering(Clients clients, Function<NodeId, Optional<Outcome>> answers) {
        return Runs.cluster(3, () -> new Programmed().receiving((from, message, env) -> {
                    Ask ask = (Ask) message;
                    asked.add(env.self() + " " + ask.f() + " " + ask.msgId());
                    answers.apply(env.self()).ifPresent(outcome -> env.send(from, new Answer(ask.msgId(), outcome)));
                }))
                .clients(clients);
    }

    private static List<String> history(Cluster cluster, List<Session> sessions, PlannedFault... faults) {
        return Runs.run(cluster, 1, 2, sessions, Trace.NONE, faults).history().events().stream()
                .filter(event -> !event.isNemesis())
                .map(ClientTest::line)
                .toList();
    }

    private static String line(Event event) {
        String what = event.process() + " " + event.type().name().toLowerCase(Locale.ROOT) + " " + event.f();
        String where = event.type() == EventType.INVOKE ? "" : " " + event.node();
        return what + where + (event.error() == null ? "" : " " + event.error());
    }

    private static Session session(int index, int client, int at, Step... steps) {
        return new Session(index, client, Duration.ofMillis(at), List.of(steps), Duration.ofMillis(5));
    }

    private static Function<NodeId, Optional<Outcome>> always(Outcome outcome) {
        return node -> Optional.of(outcome);
    }

    @Test
    void carriesOutTheStepsOfItsSessionsInOrder() {
        List<Session> sessions = List.of(session(0, 1, 10, PUT, GET), session(1, 1, 5, GET));
        assertThat(history(answering(PINNED, always(Outcome.ok("x"))), sessions))
                .containsExactly(
                        "0 invoke put", "0 ok put n1", "0 invoke get", "0 ok get n1", "0 invoke get", "0 ok get n1");
        assertThat(asked).containsExactly("n1 put 1", "n1 get 2", "n1 get 3");
    }

    @Test
    void skipsTheRestOfASessionAfterAFailure() {
        List<Session> sessions = List.of(session(0, 1, 0, PUT, GET), session(1, 1, 100, GET));
        assertThat(history(answering(PINNED, always(Outcome.fail("full"))), sessions))
                .containsExactly("0 invoke put", "0 fail put n1 full", "0 invoke get", "0 fail get n1 full");
    }

    @Test
    void asksItsOwnNodeFirst() {
        history(answering(PINNED, always(Outcome.ok("x"))), List.of(session(0, 2, 0, PUT)));
        assertThat(asked).containsExactly("n2 put 1");
    }

    @Test
    void followsTheHintOfARedirectWithTheSameNumber() {
        Outcome toN3 = Outcome.redirect(Optional.of(N3));
        Cluster cluster = answering(ROAMING, node -> Optional.of(node.equals(N3) ? Outcome.ok("x") : toN3));
        assertThat(history(cluster, List.of(session(0, 1, 0, PUT)))).containsExactly("0 invoke put", "0 ok put n3");
        assertThat(asked).containsExactly("n1 put 1", "n3 put 1");
    }

    @Test
    void asksTheNextNodeAfterARedirectWithoutAHint() {
        Outcome elsewhere = Outcome.redirect(Optional.empty());
        Cluster cluster = answering(ROAMING, node -> Optional.of(node.equals(N3) ? Outcome.ok("x") : elsewhere));
        history(cluster, List.of(session(0, 1, 0, PUT)));
        assertThat(asked).containsExactly("n1 put 1", "n2 put 1", "n3 put 1");
    }

    @Test
    void asksAnotherNodeWithTheSameNumberWhenOneIsSilent() {
        Cluster cluster = answering(ROAMING, node -> node.equals(N1) ? Optional.empty() : Optional.of(Outcome.ok("x")));
        assertThat(history(cluster, List.of(session(0, 1, 0, PUT), session(1, 1, 0, PUT))))
                .containsExactly("0 invoke put", "0 ok put n2", "0 invoke put", "0 ok put n2");
        assertThat(asked).containsExactly("n1 put 1", "n2 put 1", "n2 put 2");
    }

    @Test
    void givesUpAWriteAsIndefiniteAndGoesOnAsAnotherProcess() {
        Cluster cluster = answering(ROAMING.givingUpAfter(Duration.ofMillis(500)), node -> Optional.empty());
        assertThat(history(cluster, List.of(session(0, 1, 0, PUT, GET), session(1, 1, 0, PUT))))
                .containsExactly("0 invoke put", "0 info put n2 timeout", "2 invoke put", "2 info put n3 timeout");
    }

    @Test
    void givesUpAReadAsFailedAndStaysTheSameProcess() {
        Cluster cluster = answering(PINNED.givingUpAfter(Duration.ofMillis(500)), node -> Optional.empty());
        assertThat(history(cluster, List.of(session(0, 1, 0, GET), session(1, 1, 0, GET))))
                .containsExactly("0 invoke get", "0 fail get n1 timeout", "0 invoke get", "0 fail get n1 timeout");
    }

    @Test
    void takesAnIndefiniteAnswerForWhatItIs() {
        assertThat(history(answering(PINNED, always(Outcome.indefinite("lost"))), List.of(session(0, 1, 0, PUT))))
                .containsExactly("0 invoke put", "0 info put n1 lost");
    }

    @Test
    void takesNoAnswerToAnEarlierRequest() {
        Cluster cluster = Runs.cluster(1, () -> new Programmed()
                        .receiving((from, message, env) -> {
                            Ask ask = (Ask) message;
                            if (ask.f().equals("put")) {
                                env.send(from, new Answer(ask.msgId(), Outcome.fail("full")));
                            } else {
                                env.setTimer(Alarm.TICK, Duration.ofMillis(5));
                            }
                        })
                        .expiring((timeout, env) -> env.send(NodeId.client(1), new Answer(2, Outcome.ok("x")))))
                .clients(PINNED.givingUpAfter(Duration.ofMillis(500)));
        List<Session> sessions = List.of(session(0, 1, 10, PUT), session(1, 1, 900, GET));
        assertThat(history(cluster, sessions, Runs.fault(0, 1000, it -> it.pause(N1), it -> it.resume(N1))))
                .containsExactly("0 invoke put", "0 info put n1 timeout", "2 invoke get", "2 ok get n1");
    }

    @Test
    void ignoresAnAnswerThatComesTooLate() {
        Cluster cluster = answering(ROAMING, always(Outcome.ok("x")));
        List<Session> sessions = List.of(session(0, 1, 10, PUT));
        assertThat(history(cluster, sessions, Runs.fault(0, 1000, it -> it.pause(N1), it -> it.resume(N1))))
                .containsExactly("0 invoke put", "0 ok put n2");
    }

    @Test
    void waitsForItsOwnNodeToComeBack() {
        Cluster cluster = answering(PINNED, always(Outcome.ok("x")));
        List<Session> sessions = List.of(session(0, 2, 500, PUT));
        PlannedFault outage = Runs.fault(100, 1000, it -> it.crash(N2, 0, 0), it -> it.start(N2));
        assertThat(history(cluster, sessions, outage)).containsExactly("1 invoke put", "1 ok put n2");
    }

    @Test
    void cannotKnowWhatItsNodeDidBeforeItCrashed() {
        Cluster cluster = answering(PINNED, node -> Optional.empty());
        List<Session> sessions = List.of(session(0, 2, 0, PUT));
        PlannedFault outage = Runs.fault(100, 1000, it -> it.crash(N2, 0, 0), it -> it.start(N2));
        assertThat(history(cluster, sessions, outage)).containsExactly("1 invoke put", "1 info put n2 node crashed");
    }
}
