package dev.faultline.checkers.workload;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.Script;
import dev.faultline.checkers.workload.Broker.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaLogTest {
    private static final Checker LOG = Workloads.kafkaLog();

    @Test
    void messagesInOrderAreValid() {
        Script script = sent(sent(sent(new Script(), 0, 0L, "a"), 0, 2L, "b"), 1, 3L, "c");
        Script polled = polled(polled(script, 2, 0L, "a", 2L, "b"), 2, 3L, "c");
        Checks.valid(LOG, polled);
        assertThat(Checks.check(LOG, sent(polled, 1, 5L, "d")).details())
                .containsEntry("keys", 1)
                .containsEntry("acknowledged", 4)
                .containsEntry("polled", 3)
                .containsEntry("unseen", 1);
    }

    @Test
    void lostWriteIsTold() {
        Script script = sent(sent(new Script(), 0, 0L, "a"), 0, 1L, "b");
        CheckResult result = Checks.invalid(
                LOG,
                polled(script, 2, 1L, "b"),
                "lost-write",
                "The value a at offset 0 of x, acknowledged to process 0 on n1 (event 1), was never polled, although the"
                        + " poll of process 2 on n3 (event 5) got past it, to offset 1.",
                1,
                5);
        assertThat(Checks.count(result, "poll-skip")).isZero();
    }

    @Test
    void inconsistentOffsetsAndDuplicatesAreTold() {
        Script two = polled(polled(sent(new Script(), 0, 0L, "a"), 1, 0L, "b"), 2, 0L, "a")
                .invoke(3, "send", List.of("x", "b"));
        Checks.invalid(LOG, two, "inconsistent-offsets", "a at offset 0 of x, as told by process 0", 1, 3);
        Script twice = polled(sent(new Script(), 0, 0L, "a"), 1, 0L, "a", 1L, "a");
        CheckResult result =
                Checks.invalid(LOG, polled(twice, 2, 0L, "a", 1L, "a"), "duplicate", "One value at two", 1, 3);
        assertThat(Checks.count(result, "duplicate")).isEqualTo(1);
    }

    @Test
    void unsentValuesAreTold() {
        Checks.invalid(LOG, polled(new Script(), 1, 0L, "a"), "unsent", "polled a at offset 0 of x", 1);
        Script failed = new Script().invoke(0, "send", List.of("x", "a")).fail(0, "send", List.of("x", "a"));
        Checks.invalid(LOG, polled(failed, 1, 0L, "a"), "unsent", "or whose send failed", 3);
        Checks.invalid(LOG, sent(polled(new Script(), 1, 0L, "a"), 0, 0L, "a"), "unsent", "nobody had sent", 1);
    }

    @Test
    void skipsAreTold() {
        Script external = polled(polled(polled(three(), 3, 0L, "a", 1L, "b", 2L, "c"), 2, 0L, "a"), 2, 2L, "c");
        Checks.invalid(
                LOG,
                external,
                "poll-skip",
                "After a at offset 0 of x in the poll of process 2 on n3 (event 9), its group went on with c at offset 2 of"
                        + " x in the poll of process 2 on n3 (event 11), and skipped 1 between them, such as b at offset 1"
                        + " of x, as told by process 0 on n1 (event 3).",
                3,
                9,
                11);
        Script internal = polled(polled(three(), 3, 0L, "a", 1L, "b", 2L, "c"), 2, 0L, "a", 2L, "c");
        Checks.invalid(LOG, internal, "int-poll-skip", "The poll of process 2", 3, 9);
    }

    @Test
    void goingBackIsTold() {
        Script external = polled(polled(three(), 2, 0L, "a", 1L, "b", 2L, "c"), 2, 2L, "c");
        Checks.invalid(LOG, external, "nonmonotonic-poll", "which is not after it.", 7, 9);
        Script internal = polled(three(), 2, 0L, "a", 1L, "b", 2L, "c", 1L, "b");
        Checks.invalid(LOG, internal, "int-nonmonotonic-poll", "got c at offset 2 of x and then b at", 7);
    }

    @Test
    void assignmentsAndFailedPollsResetThePositions() {
        Script script = polled(three(), 2, 0L, "a", 1L, "b", 2L, "c");
        Script assigned = script.invoke(2, "assign", List.of("x")).ok(2, "assign", List.of("x"));
        Checks.valid(LOG, polled(assigned, 2, 1L, "b"));
        Checks.valid(LOG, polled(assigned.invoke(2, "poll", null).info(2, "poll", null), 2, 0L, "a"));
    }

    @Test
    void processesOfOneGroupShareTheirPositions() {
        Script script = subscribed(subscribed(three(), 2), 3);
        polled(script, 2, 0L, "a");
        Checks.valid(LOG, polled(script, 3, 1L, "b", 2L, "c"));
        Checks.invalid(LOG, polled(script, 2, 2L, "c"), "nonmonotonic-poll", "its group went on", 13, 15);
        Script others = polled(polled(three(), 2, 0L, "a", 1L, "b", 2L, "c"), 3, 0L, "a");
        Checks.valid(LOG, others);
    }

    @Test
    void overlappingPollsOfAGroupAreNotCompared() {
        Script script = subscribed(subscribed(three(), 2), 3);
        polled(script, 2, 0L, "a").invoke(2, "poll", null).invoke(3, "poll", null);
        script.ok(2, "poll", Map.of("x", List.of(tuple(2L, "c"))));
        script.ok(3, "poll", Map.of("x", List.of(tuple(1L, "b"))));
        Checks.valid(LOG, script);
    }

    @Test
    void sendsThatGoBackAreTold() {
        Script script = polled(sent(sent(new Script(), 0, 5L, "b"), 0, 3L, "a"), 1, 3L, "a", 5L, "b");
        Checks.invalid(LOG, script, "nonmonotonic-send", "sent b at offset 5 of x (event 1) and then a at", 1, 3);
        List<Object> steps = List.of(step("send", "x", "a"), step("send", "x", "b"), step("poll"));
        Script txn = new Script().invoke(0, "txn", steps);
        txn.ok(
                0,
                "txn",
                List.of(step("send", "x", tuple(1L, "a")), step("send", "x", tuple(0L, "b")), step("poll", Map.of())));
        Checks.invalid(LOG, txn, "int-nonmonotonic-send", "sent a at offset 1", 1);
    }

    @Test
    void withoutPollsNothingIsKnown() {
        Checks.unknown(LOG, three(), "No poll ended :ok");
    }

    @Test
    void otherShapesAreRefused() {
        Checks.malformed(LOG, new Script().invoke(0, "send", "a"), "[[:send key value] …]");
        Checks.malformed(LOG, new Script().invoke(0, "txn", List.of("a")), "[[:send key value] …]");
        Checks.malformed(LOG, new Script().invoke(0, "txn", tuple((Object) null)), "[[:send key value] …]");
        Checks.malformed(LOG, new Script().invoke(0, "poll", null).ok(0, "poll", 1L), "Event 1: :poll");
        Script shapeless = new Script().invoke(0, "poll", null).ok(0, "poll", Map.of("x", List.of("a")));
        Checks.malformed(LOG, shapeless, "[[offset value] …]");
        Checks.malformed(LOG, sent(sent(new Script(), 0, 0L, "a"), 1, 1L, "a"), "sent once to its key");
    }

    @Test
    void correctBrokersAreValid() {
        Checks.holds(LOG, seed -> Broker.history(seed, 150, Defect.NONE, 1));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void brokersWithADefectAreNot(Defect defect) {
        Checks.breaks(LOG, seed -> Broker.history(seed, 300, defect, 5));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void agreesWithThePlainDefinition(Defect defect) {
        Checks.agrees(LOG, seed -> Broker.history(seed, 40, defect, 8), LogOracle::judge);
    }

    private static Script three() {
        return sent(sent(sent(new Script(), 0, 0L, "a"), 0, 1L, "b"), 0, 2L, "c");
    }

    private static Script sent(Script script, int process, Long offset, String value) {
        return script.invoke(process, "send", List.of("x", value))
                .ok(process, "send", List.of("x", List.of(offset, value)));
    }

    private static Script polled(Script script, int process, Object... offsetsAndValues) {
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < offsetsAndValues.length; i += 2) {
            messages.add(List.of(offsetsAndValues[i], offsetsAndValues[i + 1]));
        }
        return script.invoke(process, "poll", null).ok(process, "poll", Map.of("x", messages));
    }

    private static Script subscribed(Script script, int process) {
        Map<Object, Object> value = Map.of(new Keyword("group"), "g", new Keyword("keys"), List.of("x"));
        return script.invoke(process, "subscribe", value).ok(process, "subscribe", value);
    }

    private static List<Object> step(String f, Object... rest) {
        List<Object> step = tuple(rest);
        step.add(0, new Keyword(f));
        return step;
    }
}
