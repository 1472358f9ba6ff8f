package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.targets.live.Loop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Asks one node for one operation after the other. An operation whose outcome it cannot know ends its process, as in Jepsen: it goes
 * on under the next free process number. Used by the loop's thread.
 */
final class Client {
    private static final long PATIENCE = Duration.ofMillis(200).toNanos();

    private final int number;
    private final String node;
    private final int clients;
    private final Duration timeout;
    private final Workload workload;
    private final Loop loop;
    private final RandomGenerator random;
    private final Site site;
    private int process;
    private long messages;
    private Request open;
    private Consumer<Optional<ObjectNode>> then;

    /** What a client needs of its run. */
    interface Site {
        /** Hands a request to a node; answers whether the node is up. */
        boolean send(Packet packet);

        void record(EventType type, int process, String f, Object value, Object error, String node);

        /** The program did what the protocol forbids. */
        void mistake(String explanation);
    }

    /** @param number which of the clients this is, from 1 */
    Client(
            int number,
            String node,
            int clients,
            Duration timeout,
            Workload workload,
            Loop loop,
            RandomGenerator random,
            Site site) {
        this.number = number;
        this.node = node;
        this.clients = clients;
        this.timeout = timeout;
        this.workload = workload;
        this.loop = loop;
        this.random = random;
        this.site = site;
        this.process = number - 1;
    }

    String id() {
        return "c" + number;
    }

    /** Asks something now and then, on average this far apart, in nanoseconds, until it is time to stop. */
    void work(long from, long until, long interval, Runnable done) {
        askAt(from + random.nextLong(interval), until, interval, done);
    }

    private void askAt(long planned, long until, long interval, Runnable done) {
        long at = Math.max(loop.now(), planned);
        if (at >= until) {
            done.run();
            return;
        }
        long next = at + (long) (interval * (0.5 + random.nextDouble()));
        loop.at(at, () -> ask(workload.next(number, random), answer -> askAt(next, until, interval, done)));
    }

    /** Asks until the answer is what it should be in the end, or time is up. */
    void settle(long until, Runnable done) {
        repeat(
                () -> workload.settling(number),
                answer -> answer.isPresent() && workload.isEnough(answer.get()),
                until,
                done);
    }

    /**
     * Asks for the last time: again without an answer, and again when the node still has time to settle after all, since its answer
     * before may have been right by accident.
     */
    void finish(long settled, long until, Runnable done) {
        repeat(
                () -> workload.last(number),
                answer -> answer.isPresent() && (loop.now() > settled || workload.isEnough(answer.get())),
                until,
                done);
    }

    private void repeat(
            Supplier<Optional<Request>> wanted, Predicate<Optional<ObjectNode>> isOver, long until, Runnable done) {
        Optional<Request> request = wanted.get();
        if (request.isEmpty()) {
            done.run();
            return;
        }
        ask(request.get(), answer -> {
            if (isOver.test(answer) || loop.now() > until) {
                done.run();
            } else {
                loop.at(loop.now() + PATIENCE, () -> repeat(wanted, isOver, until, done));
            }
        });
    }

    private void ask(Request request, Consumer<Optional<ObjectNode>> next) {
        open = request;
        then = next;
        long id = ++messages;
        record(EventType.INVOKE, request.value(), null);
        if (!site.send(Packet.request(id(), node, request.body(), id))) {
            record(EventType.FAIL, request.value(), List.of(new Keyword("connection-refused")));
            over(Optional.empty());
            return;
        }
        loop.at(loop.now() + timeout.toNanos(), () -> {
            if (open != null && messages == id) {
                noAnswer(List.of(ErrorCode.TIMEOUT.keyword()));
            }
        });
    }

    /** An answer has arrived; one that nobody waits for any more is passed over. */
    void received(Packet packet) {
        OptionalLong answered = packet.inReplyTo();
        if (answered.isEmpty()) {
            site.mistake(packet.src() + " sent " + id() + " a message without a number 'in_reply_to': "
                    + Words.quote(packet.line()) + ".");
        } else if (open != null && answered.getAsLong() == messages) {
            answered(packet);
        }
    }

    private void answered(Packet packet) {
        if (packet.type().equals("error")) {
            failed(packet);
        } else if (packet.type().equals(open.answered())) {
            succeeded(packet);
        } else {
            malformed(packet, "the type " + open.answered() + " or error");
        }
    }

    private void malformed(Packet packet, String wanted) {
        site.mistake(packet.src() + " answered " + open.body() + " with "
                + Words.shortened(packet.body().toString()) + " instead of " + wanted + ".");
        noAnswer(List.of(new Keyword("malformed-answer")));
    }

    private void succeeded(Packet packet) {
        ObjectNode answer = (ObjectNode) packet.body();
        Object value;
        try {
            value = workload.result(number, open, answer);
        } catch (MalformedAnswer malformed) {
            malformed(packet, malformed.getMessage());
            return;
        }
        record(EventType.OK, value, null);
        over(Optional.of(answer));
    }

    private void failed(Packet packet) {
        if (!MalformedAnswer.isWhole(packet.body().path("code"))) {
            malformed(packet, "a whole number 'code'");
            return;
        }
        int code = packet.body().get("code").asInt();
        List<Object> error = ErrorCode.event(code, packet.body().path("text").asText());
        Optional<Object> value = workload.resultOfError(open, code);
        if (value.isPresent()) {
            record(EventType.OK, value.get(), null);
            over(Optional.empty());
        } else if (ErrorCode.isDefinite(code)) {
            record(EventType.FAIL, open.value(), error);
            over(Optional.empty());
        } else {
            noAnswer(error);
        }
    }

    private void noAnswer(List<?> error) {
        if (open.readOnly()) {
            record(EventType.FAIL, open.value(), error);
        } else {
            record(EventType.INFO, open.value(), error);
            workload.unknown(open);
            process += clients;
        }
        over(Optional.empty());
    }

    private void over(Optional<ObjectNode> answer) {
        open = null;
        then.accept(answer);
    }

    private void record(EventType type, Object value, Object error) {
        site.record(type, process, open.f(), value, error, node);
    }
}
