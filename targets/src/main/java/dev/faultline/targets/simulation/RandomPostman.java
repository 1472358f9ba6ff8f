package dev.faultline.targets.simulation;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.client.PlannedClient;
import java.util.random.RandomGenerator;

/**
 * Delivers after a random time, unless the network loses the message. Clients live beside the nodes: between a client and a
 * node nothing is lost, and a message takes up to half a millisecond.
 */
final class RandomPostman implements Postman {
    private static final long SHORTEST = 100_000;
    private static final long SPREAD = 400_000;

    private final Simulation simulation;
    private final RandomGenerator random;

    private static final class Delivery extends Event {
        private final NodeId from;
        private final SimulatedNode to;
        private final Message message;
        private final long number;

        Delivery(NodeId from, SimulatedNode to, Message message, long number) {
            this.from = from;
            this.to = to;
            this.message = message;
            this.number = number;
        }

        @Override
        void happen() {
            to.receive(from, message, number);
        }
    }

    private final class Reply extends Event {
        private final SimulatedNode from;
        private final PlannedClient to;
        private final Message message;

        Reply(SimulatedNode from, PlannedClient to, Message message) {
            this.from = from;
            this.to = to;
            this.message = message;
        }

        @Override
        void happen() {
            simulation.deliveredToClient();
            to.onReply(from.id, message);
        }
    }

    RandomPostman(Simulation simulation) {
        this.simulation = simulation;
        this.random = Seeds.random(simulation.seed, "client links");
    }

    @Override
    public void carry(SimulatedNode from, SimulatedNode to, Message message, long number) {
        SimulatedNetwork network = simulation.network;
        if (network.isCut(from.index, to.index) || network.loses(from.index, to.index)) {
            simulation.trace("drop", to, from.id, number, message);
            return;
        }
        long due = network.arrival(from.index, to.index, simulation.now());
        simulation.queue.add(new Delivery(from.id, to, message, number), due);
        if (network.duplicates(from.index, to.index)) {
            long later = due + network.copyDelay(from.index, to.index);
            simulation.queue.add(new Delivery(from.id, to, message, number), later);
        }
    }

    @Override
    public void carryToClient(SimulatedNode from, NodeId to, Message message) {
        simulation.queue.add(new Reply(from, simulation.client(to), message), simulation.now() + beside());
    }

    @Override
    public void carryToNode(NodeId from, SimulatedNode to, Message message, long number) {
        simulation.queue.add(new Delivery(from, to, message, number), simulation.now() + beside());
    }

    private long beside() {
        return SHORTEST + random.nextLong(SPREAD);
    }
}
