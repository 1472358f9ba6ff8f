package dev.faultline.cli;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.node.Timeout;
import dev.faultline.harness.workload.Invocation;
import java.util.List;
import java.util.Optional;

/** One node that lets one client in at a time, and refuses the others. */
class Turnstile implements Node<Turnstile.Say> {
    private Optional<NodeId> inside = Optional.empty();

    sealed interface Say extends Message {}

    record Enter(long msgId) implements Say, ClientRequest {}

    record Leave(long msgId) implements Say, ClientRequest {}

    record Reply(long inReplyTo, Outcome outcome) implements Say, ClientReply {}

    record Seen(Optional<NodeId> inside) {}

    /** The bug: everybody may enter. */
    static final class WideOpen extends Turnstile {
        @Override
        boolean mayEnter() {
            return true;
        }
    }

    static Cluster cluster(Program program) {
        return Cluster.of(Role.role("turnstile", 1, program))
                .requests(Turnstile::request)
                .clients(Clients.pinnedTo("turnstile"));
    }

    private static Say request(Invocation invocation) {
        return invocation.f().equals("acquire") ? new Enter(invocation.msgId()) : new Leave(invocation.msgId());
    }

    @Override
    public void onStart(Environment<Say> env) {}

    @Override
    public void onMessage(NodeId from, Say message, Environment<Say> env) {
        if (message instanceof Enter enter) {
            env.send(from, new Reply(enter.msgId(), enter(from)));
        } else if (message instanceof Leave leave) {
            inside = Optional.empty();
            env.send(from, new Reply(leave.msgId(), Outcome.ok("r1")));
        }
    }

    private Outcome enter(NodeId client) {
        if (!mayEnter()) {
            return Outcome.fail("occupied");
        }
        inside = Optional.of(client);
        return Outcome.ok(List.of("r1", 0));
    }

    boolean mayEnter() {
        return inside.isEmpty();
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<Say> env) {}

    @Override
    public Record state() {
        return new Seen(inside);
    }
}
