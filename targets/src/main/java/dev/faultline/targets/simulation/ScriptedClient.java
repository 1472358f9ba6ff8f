package dev.faultline.targets.simulation;

import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.workload.Invocation;

/** A client that a script drives. An operation that it leaves open ends as {@code :info} when it invokes the next one. */
final class ScriptedClient {
    private static final int STRIDE = 100;

    private final NodeId id;
    private final Simulation simulation;
    private int process;
    private long msgId;
    private Message latest;
    private String f;
    private Object value;
    private String node;
    private boolean open;

    ScriptedClient(NodeId id, int number, Simulation simulation) {
        this.id = id;
        this.process = number;
        this.simulation = simulation;
    }

    void invoke(SimulatedNode target, String operation, Object argument) {
        if (open) {
            record(EventType.INFO, value, "left open");
            process += STRIDE;
        }
        f = operation;
        value = argument;
        node = target.id.name();
        latest = simulation.cluster.request(new Invocation(++msgId, f, value));
        open = true;
        record(EventType.INVOKE, value, null);
        retry(target);
    }

    void retry(SimulatedNode target) {
        simulation.request(id, target.id, latest);
    }

    void onReply(Message message) {
        if (!open || !(message instanceof ClientReply reply) || reply.inReplyTo() != msgId) {
            return;
        }
        Outcome outcome = reply.outcome();
        if (outcome instanceof Outcome.Ok ok) {
            end(EventType.OK, ok.value(), null);
        } else if (outcome instanceof Outcome.Fail fail) {
            end(EventType.FAIL, fail.value() == null ? value : fail.value(), fail.error());
        } else if (outcome instanceof Outcome.Indefinite indefinite) {
            end(EventType.INFO, value, indefinite.error());
            process += STRIDE;
        }
    }

    private void end(EventType type, Object result, String error) {
        open = false;
        record(type, result, error);
    }

    private void record(EventType type, Object shown, String error) {
        simulation.recorder.record(simulation.now(), type, process, f, shown, error, node);
    }
}
