package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.history.EventType;
import dev.faultline.targets.live.Loop;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Asks one node for one operation after the other. An operation whose outcome it cannot know ends its process, as in Jepsen: it goes
 * on under the next free process number. Used by the loop's thread.
 */
final class Client {
    private static final int MOST_LAST = 20;

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
        void send(Packet packet);

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

    /** Asks something now and then, on average this far apart, until then. */
    void work(long from, long until, long interval, Runnable done) {
        long at = Math.max(loop.now(), from) + (long) (interval * (0.5 + random.nextDouble()));
        if (at >= until) {
            done.run();
        } else {
            loop.at(at, () -> ask(workload.next(number, random), answer -> work(at, until, interval, done)));
        }
    }

    /** Asks what is to be asked at the end. */
    void finish(Runnable done) {
        finish(MOST_LAST, done);
    }

    private void finish(int attempts, Runnable done) {
        Optional<Request> last = workload.last(number);
        if (last.isEmpty() || attempts == 0) {
            done.run();
            return;
        }
        ask(last.get(), answer -> {
            if (answer.isPresent() && workload.isLast(last.get(), answer.get())) {
                done.run();
            } else {
                finish(attempts - 1, done);
            }
        });
    }

    private void ask(Request request, Consumer<Optional<ObjectNode>> next) {
        open = request;
        then = next;
        long id = ++messages;
        record(EventType.INVOKE, request.value(), null);
        site.send(new Packet(id(), node, request.body().deepCopy().put("msg_id", id)));
        loop.at(loop.now() + timeout.toNanos(), () -> {
            if (open != null && messages == id) {
                noAnswer("timeout");
            }
        });
    }

    /** An answer has arrived; one that nobody waits for is passed over. */
    void received(Packet packet) {
        if (open == null || packet.inReplyTo() != messages) {
            return;
        }
        String expected = open.body().get("type").asText() + "_ok";
        if (packet.type().equals("error")) {
            failed(packet.body());
        } else if (packet.type().equals(expected)) {
            succeeded(packet.body());
        } else {
            site.mistake(node + " answered a request that wants " + expected + " with " + packet.line() + ".");
            noAnswer("answered with " + packet.type());
        }
    }

    private void succeeded(ObjectNode answer) {
        Object value;
        try {
            value = workload.result(number, open, answer);
        } catch (RuntimeException malformed) {
            site.mistake(node + " answered with fields of another shape than the workload's: " + answer + ".");
            noAnswer("malformed answer");
            return;
        }
        record(EventType.OK, value, null);
        over(Optional.of(answer));
    }

    private void failed(ObjectNode error) {
        int code = error.path("code").asInt();
        Optional<Object> value = workload.resultOfError(open, code);
        if (value.isPresent()) {
            record(EventType.OK, value.get(), null);
            over(Optional.of(error));
        } else if (ErrorCode.isDefinite(code)) {
            record(EventType.FAIL, open.value(), words(error));
            over(Optional.empty());
        } else {
            noAnswer(words(error));
        }
    }

    private static String words(ObjectNode error) {
        return "error " + error.path("code").asInt() + ": " + error.path("text").asText();
    }

    private void noAnswer(String reason) {
        if (open.readOnly()) {
            record(EventType.FAIL, open.value(), reason);
        } else {
            record(EventType.INFO, open.value(), reason);
            process += clients;
        }
        over(Optional.empty());
    }

    private void over(Optional<ObjectNode> answer) {
        open = null;
        then.accept(answer);
    }

    private void record(EventType type, Object value, String error) {
        site.record(type, process, open.f(), value, error, node);
    }
}
