package dev.faultline.targets.runner;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.PerfectLink;
import java.util.Optional;

/** Picks what counts among the messages that one node sends: not acknowledgements of links, nor what a link sends again. */
public final class Originals {
    private PerfectLink.Data latest;

    /** The message as the algorithm sent it; empty when it does not count. */
    public Optional<Message> original(Message sent) {
        if (sent instanceof PerfectLink.Acknowledgement) {
            return Optional.empty();
        }
        if (!(sent instanceof PerfectLink.Data data)) {
            return Optional.of(sent);
        }
        boolean repeated =
                latest != null && latest.incarnation() == data.incarnation() && latest.sequence() >= data.sequence();
        if (repeated) {
            return Optional.empty();
        }
        latest = data;
        return Optional.of(data.payload());
    }
}
