package dev.faultline.targets.simulation;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.node.Timeout;
import java.util.function.Consumer;

/** A node whose program a test writes down in place, and its messages. */
final class Programmed implements Node<Message> {
    record Ping(int number) implements Message {}

    record Ask(long msgId, String f, Object value) implements ClientRequest {}

    record Answer(long inReplyTo, Outcome outcome) implements ClientReply {}

    record Entry(int number) {}

    record Seen(int events) {}

    enum Alarm implements Timeout {
        TICK,
        OTHER
    }

    interface Receiver {
        void on(NodeId from, Message message, Environment<Message> env);
    }

    interface Sleeper {
        void on(Timeout timeout, Environment<Message> env);
    }

    private Consumer<Environment<Message>> start = env -> {};
    private Receiver receiver = (from, message, env) -> {};
    private Sleeper sleeper = (timeout, env) -> {};
    private int events;

    Programmed starting(Consumer<Environment<Message>> program) {
        start = program;
        return this;
    }

    Programmed receiving(Receiver program) {
        receiver = program;
        return this;
    }

    Programmed expiring(Sleeper program) {
        sleeper = program;
        return this;
    }

    @Override
    public void onStart(Environment<Message> env) {
        events++;
        start.accept(env);
    }

    @Override
    public void onMessage(NodeId from, Message message, Environment<Message> env) {
        events++;
        receiver.on(from, message, env);
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<Message> env) {
        events++;
        sleeper.on(timeout, env);
    }

    @Override
    public Record state() {
        return new Seen(events);
    }
}
