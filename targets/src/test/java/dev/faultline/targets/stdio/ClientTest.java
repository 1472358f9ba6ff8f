package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.live.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The second of three clients asks a node that answers as it is told. */
class ClientTest {
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final long LATE = Duration.ofMinutes(1).toNanos();

    private final Loop loop = new Loop("client-test");
    private final Scripted workload = new Scripted();
    private final FakeSite site = new FakeSite();
    private final Client client = new Client(2, "n2", 3, TIMEOUT, workload, loop, Seeds.random(1, "client"), site);
    private final CountDownLatch done = new CountDownLatch(1);

    /** Settles with what is in its list, or else with reads. */
    private static final class Scripted implements Workload {
        private final List<Request> requests = new ArrayList<>();
        private final List<Request> unknown = new ArrayList<>();
        private boolean reads = true;
        private int enough = Integer.MAX_VALUE;

        @Override
        public Request next(int client, RandomGenerator random) {
            return read();
        }

        @Override
        public Object result(int client, Request asked, ObjectNode answer) {
            return MalformedAnswer.whole(answer, "value");
        }

        @Override
        public Optional<Object> resultOfError(Request asked, int code) {
            return ErrorCode.KEY_DOES_NOT_EXIST.is(code) ? Optional.of("nothing") : Optional.empty();
        }

        @Override
        public void unknown(Request asked) {
            unknown.add(asked);
        }

        @Override
        public Optional<Request> settling(int client) {
            return reads
                    ? Optional.of(read())
                    : requests.isEmpty() ? Optional.empty() : Optional.of(requests.remove(0));
        }

        @Override
        public boolean isEnough(ObjectNode answer) {
            return answer.get("value").asInt() >= enough;
        }

        @Override
        public Optional<Request> last(int client) {
            return Optional.of(Request.read(Request.LAST_READ, null, Packet.body("read")));
        }

        @Override
        public List<Checker> checkers() {
            return List.of();
        }
    }

    private final class FakeSite implements Client.Site {
        private final List<String> events = new ArrayList<>();
        private final List<String> mistakes = new ArrayList<>();
        private Function<Packet, String> node = request -> "";
        private boolean up = true;
        private int sent;

        @Override
        public boolean send(Packet packet) {
            sent++;
            String answer = node.apply(packet);
            if (up && !answer.isEmpty()) {
                ObjectNode body = Json.object(answer);
                if (!body.has("in_reply_to")) {
                    body.set("in_reply_to", packet.body().get("msg_id"));
                }
                loop.soon(() -> client.received(new Packet("n2", packet.src(), body)));
            }
            return up;
        }

        @Override
        public void record(EventType type, int process, String f, Object value, Object error, String node) {
            events.add(type + " " + process + " " + f + " " + value + (error == null ? "" : " " + error));
        }

        @Override
        public void mistake(String explanation) {
            mistakes.add(explanation);
        }
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private static Request write() {
        return Request.write("write", 1L, Packet.body("write"));
    }

    private static Request read() {
        return Request.read("read", null, Packet.body("read"));
    }

    /** What happened when the client asked for these, one after the other. */
    private List<String> asked(String answer, Request... requests) throws InterruptedException {
        site.node = request -> answer;
        workload.reads = false;
        workload.requests.addAll(List.of(requests));
        loop.soon(() -> client.settle(LATE, done::countDown));
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        return site.events;
    }

    @Test
    void anAnswerCompletesItsOperation() throws InterruptedException {
        assertThat(asked("{'type': 'write_ok', 'value': 7}", write()))
                .containsExactly("INVOKE 1 write 1", "OK 1 write 7");
        assertThat(site.mistakes).isEmpty();
    }

    @Test
    void aDefiniteErrorKeepsTheProcess() throws InterruptedException {
        assertThat(asked("{'type': 'error', 'code': 11, 'text': 'later'}", write(), write()))
                .containsExactly(
                        "INVOKE 1 write 1",
                        "FAIL 1 write 1 [:temporarily-unavailable, later]",
                        "INVOKE 1 write 1",
                        "FAIL 1 write 1 [:temporarily-unavailable, later]");
        assertThat(workload.unknown).isEmpty();
    }

    @Test
    void anIndefiniteErrorEndsTheProcess() throws InterruptedException {
        assertThat(asked("{'type': 'error', 'code': 13}", write(), write()))
                .containsExactly(
                        "INVOKE 1 write 1", "INFO 1 write 1 [:crash]", "INVOKE 4 write 1", "INFO 4 write 1 [:crash]");
        assertThat(workload.unknown).hasSize(2);
    }

    @Test
    void aWriteWithoutAnAnswerMayHaveTakenEffect() throws InterruptedException {
        assertThat(asked("", write(), write()))
                .containsExactly(
                        "INVOKE 1 write 1",
                        "INFO 1 write 1 [:timeout]",
                        "INVOKE 4 write 1",
                        "INFO 4 write 1 [:timeout]");
    }

    @Test
    void aReadWithoutAnAnswerHasFailed() throws InterruptedException {
        assertThat(asked("", read(), read()))
                .containsExactly(
                        "INVOKE 1 read null",
                        "FAIL 1 read null [:timeout]",
                        "INVOKE 1 read null",
                        "FAIL 1 read null [:timeout]");
    }

    @Test
    void anErrorMayBeTheAnswer() throws InterruptedException {
        assertThat(asked("{'type': 'error', 'code': 20}", read()))
                .containsExactly("INVOKE 1 read null", "OK 1 read nothing");
    }

    @Test
    void aNodeThatIsDownHasNotDoneIt() throws InterruptedException {
        site.up = false;

        assertThat(asked("", write(), write()))
                .containsExactly(
                        "INVOKE 1 write 1",
                        "FAIL 1 write 1 [:connection-refused]",
                        "INVOKE 1 write 1",
                        "FAIL 1 write 1 [:connection-refused]");
    }

    @Test
    void anAnswerToSomethingElseIsPassedOver() throws InterruptedException {
        assertThat(asked("{'type': 'write_ok', 'value': 7, 'in_reply_to': 99}", write()))
                .containsExactly("INVOKE 1 write 1", "INFO 1 write 1 [:timeout]");
        assertThat(site.mistakes).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotSayToWhatIsAMistake() throws InterruptedException {
        asked("{'type': 'write_ok', 'value': 7, 'in_reply_to': null}", write());

        assertThat(site.mistakes)
                .containsExactly(
                        "n2 sent c2 a message without a number 'in_reply_to': '{\"src\":\"n2\",\"dest\":\"c2\","
                                + "\"body\":{\"type\":\"write_ok\",\"value\":7,\"in_reply_to\":null}}'.");
    }

    @Test
    void anAnswerOfAnotherTypeOrShapeIsAMistakeAndTellsNothing() throws InterruptedException {
        assertThat(asked("{'type': 'write_ok'}", write(), read()))
                .containsExactly(
                        "INVOKE 1 write 1",
                        "INFO 1 write 1 [:malformed-answer]",
                        "INVOKE 4 read null",
                        "FAIL 4 read null [:malformed-answer]");
        assertThat(site.mistakes)
                .containsExactly(
                        "n2 answered {\"type\":\"write\"} with {\"type\":\"write_ok\",\"in_reply_to\":1} instead of a whole"
                                + " number 'value'.",
                        "n2 answered {\"type\":\"read\"} with {\"type\":\"write_ok\",\"in_reply_to\":2} instead of the type"
                                + " read_ok or error.");
    }

    @Test
    void anErrorWithoutACodeIsAMistake() throws InterruptedException {
        assertThat(asked("{'type': 'error', 'text': 'oh'}", write()))
                .containsExactly("INVOKE 1 write 1", "INFO 1 write 1 [:malformed-answer]");
        assertThat(site.mistakes).hasSize(1);
    }

    @Test
    void aClientAsksAtItsRateUntilItIsTimeToStop() throws InterruptedException {
        site.node = request -> "{'type': 'read_ok', 'value': 0}";
        long interval = Duration.ofMillis(20).toNanos();
        loop.soon(() -> client.work(loop.now(), loop.now() + 10 * interval, interval, done::countDown));

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.sent).as("half the interval apart at least").isBetween(1, 21);
    }

    @Test
    void aClientAsksUntilItsNodeHasSettled() throws InterruptedException {
        workload.enough = 3;
        site.node = request -> "{'type': 'read_ok', 'value': " + site.sent + "}";
        loop.soon(() -> client.settle(LATE, done::countDown));

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.events).last().isEqualTo("OK 1 read 3");
    }

    @Test
    void aClientAsksNoLongerThanItMay() throws InterruptedException {
        site.node = request -> "{'type': 'read_ok', 'value': 0}";
        loop.soon(() -> client.settle(loop.now(), done::countDown));

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.sent).isEqualTo(1);
    }

    @Test
    void aLastReadThatWasTooEarlyIsMadeAgain() throws InterruptedException {
        workload.enough = 2;
        site.node = request -> "{'type': 'read_ok', 'value': " + site.sent + "}";
        loop.soon(() -> client.finish(LATE, LATE, done::countDown));

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.events)
                .containsExactly(
                        "INVOKE 1 read-final null",
                        "OK 1 read-final 1",
                        "INVOKE 1 read-final null",
                        "OK 1 read-final 2");
    }

    @Test
    void aLastReadIsMadeAgainUntilThereIsAnAnswer() throws InterruptedException {
        site.node = request -> site.sent < 3 ? "" : "{'type': 'read_ok', 'value': 0}";
        loop.soon(() -> client.finish(loop.now(), LATE, done::countDown));

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.events)
                .endsWith(
                        "FAIL 1 read-final null " + List.of(new Keyword("timeout")),
                        "INVOKE 1 read-final null",
                        "OK 1 read-final 0");
    }
}
