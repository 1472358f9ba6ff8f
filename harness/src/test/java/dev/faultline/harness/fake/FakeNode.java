package dev.faultline.harness.fake;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;

/** A node that does nothing. */
public class FakeNode implements Node<Message> {
    private record Nothing() {}

    @Override
    public void onStart(Environment<Message> env) {}

    @Override
    public void onMessage(NodeId from, Message message, Environment<Message> env) {}

    @Override
    public void onTimeout(Timeout timeout, Environment<Message> env) {}

    @Override
    public Record state() {
        return new Nothing();
    }
}
