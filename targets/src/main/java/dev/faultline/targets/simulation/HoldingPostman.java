package dev.faultline.targets.simulation;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.PerfectLink;
import java.util.ArrayList;
import java.util.List;

/** Holds every message between nodes until it is told to let it go. Links' acknowledgements are thrown away. */
final class HoldingPostman implements Postman {
    interface Replies {
        void onReply(NodeId client, Message message);
    }

    private static final long DELAY = 1_000_000;

    private final Simulation simulation;
    private final List<Letter> letters = new ArrayList<>();
    private Replies replies = (client, message) -> {};
    private boolean holding = true;

    /** A message that is held. */
    record Letter(NodeId from, SimulatedNode to, Message message, long number) {
        void deliver() {
            to.receive(from, message, number);
        }

        private boolean is(Class<? extends Message> type, NodeId sender, NodeId receiver) {
            Message content = message instanceof PerfectLink.Data data ? data.payload() : message;
            return type.isInstance(content) && from.equals(sender) && to.id.equals(receiver);
        }
    }

    HoldingPostman(Simulation simulation) {
        this.simulation = simulation;
    }

    void repliesTo(Replies receiver) {
        replies = receiver;
    }

    /** Takes out the oldest held message of this kind. */
    Letter oldest(Class<? extends Message> type, NodeId from, NodeId to, int move) {
        return take(copy(type, from, to, move));
    }

    /** Takes out the newest held message of this kind. */
    Letter newest(Class<? extends Message> type, NodeId from, NodeId to, int move) {
        List<Letter> matching = matching(type, from, to, move);
        return take(matching.get(matching.size() - 1));
    }

    /** Finds the oldest held message of this kind and leaves it where it is. */
    Letter copy(Class<? extends Message> type, NodeId from, NodeId to, int move) {
        return matching(type, from, to, move).get(0);
    }

    private Letter take(Letter letter) {
        letters.remove(letter);
        return letter;
    }

    private List<Letter> matching(Class<? extends Message> type, NodeId from, NodeId to, int move) {
        List<Letter> matching =
                letters.stream().filter(letter -> letter.is(type, from, to)).toList();
        if (matching.isEmpty()) {
            throw new ScriptLeft(move, "no " + type.getSimpleName() + " from " + from + " to " + to + " is held");
        }
        return matching;
    }

    void clear() {
        letters.clear();
    }

    void letGo() {
        holding = false;
        List<Letter> waiting = new ArrayList<>(letters);
        letters.clear();
        waiting.forEach(this::post);
    }

    void hold() {
        holding = true;
    }

    @Override
    public void carry(SimulatedNode from, SimulatedNode to, Message message, long number) {
        Letter letter = new Letter(from.id, to, message, number);
        if (!holding) {
            post(letter);
        } else if (!(message instanceof PerfectLink.Acknowledgement)) {
            letters.add(letter);
        }
    }

    private void post(Letter letter) {
        simulation.at(simulation.now() + DELAY, letter::deliver);
    }

    @Override
    public void carryToClient(SimulatedNode from, NodeId to, Message message) {
        replies.onReply(to, message);
    }

    @Override
    public void carryToNode(NodeId from, SimulatedNode to, Message message, long number) {
        to.receive(from, message, number);
    }
}
