package dev.faultline.reference.consensus.raftkv;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.faultline.harness.node.NodeId;
import java.util.List;

/** What an entry of the log asks of the state machine. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Command.NoOp.class, name = "no-op"),
    @JsonSubTypes.Type(value = Command.Put.class, name = "put"),
    @JsonSubTypes.Type(value = Command.CompareAndSet.class, name = "compare-and-set"),
    @JsonSubTypes.Type(value = Command.Configuration.class, name = "configuration")
})
public sealed interface Command {

    /** The first entry of every leader, so that it learns what is committed (thesis, section 6.4). */
    record NoOp() implements Command {}

    /** A client's command, numbered so that it takes effect once however often it is logged (thesis, section 6.3). */
    sealed interface OfClient extends Command {
        NodeId client();

        long msgId();

        /** What the history records when it succeeds. */
        List<Object> result();
    }

    record Put(NodeId client, long msgId, String key, Long value) implements OfClient {
        @Override
        public List<Object> result() {
            return List.of(key, value);
        }
    }

    record CompareAndSet(NodeId client, long msgId, String key, Long expected, Long value) implements OfClient {
        @Override
        public List<Object> result() {
            return List.of(key, List.of(expected, value));
        }
    }

    /** The servers from this entry on; in force as soon as it is in the log, committed or not (thesis, section 4.1). */
    record Configuration(NodeId client, long msgId, List<NodeId> servers) implements OfClient {
        public Configuration {
            servers = List.copyOf(servers);
        }

        @Override
        public List<Object> result() {
            return List.copyOf(servers.stream().map(NodeId::name).toList());
        }
    }
}
