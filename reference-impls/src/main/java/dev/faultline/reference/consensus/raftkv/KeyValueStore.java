package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.reference.consensus.raftkv.Snapshot.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The replicated state machine: keys, values, and what every client was last told (thesis, section 6.3). */
final class KeyValueStore {
    private final Map<String, Long> data = new TreeMap<>();
    private final Map<NodeId, Session> sessions = new TreeMap<>();

    /** The value of a key, or {@code null} when it was never written. */
    Long get(String key) {
        return data.get(key);
    }

    /** What is remembered of a client, or {@code null}. */
    Session session(NodeId client) {
        return sessions.get(client);
    }

    /** Carries out a command and remembers how it went. */
    void apply(Command.OfClient command) {
        boolean succeeded = execute(command);
        sessions.put(command.client(), new Session(command.client(), command.msgId(), succeeded));
    }

    private boolean execute(Command.OfClient command) {
        if (command instanceof Command.Put put) {
            data.put(put.key(), put.value());
            return true;
        }
        if (command instanceof Command.CompareAndSet cas) {
            return data.replace(cas.key(), cas.expected(), cas.value());
        }
        return true;
    }

    /** What the client is told about its command, once that is applied. */
    static Outcome outcome(Command.OfClient command, Session session) {
        // A comparison that failed has no error text: it tells the checker something about the state.
        return session.succeeded() ? Outcome.ok(command.result()) : new Outcome.Fail(null, null);
    }

    /** An immutable copy of the data. */
    Map<String, Long> data() {
        return Collections.unmodifiableMap(new TreeMap<>(data));
    }

    /** An immutable copy of the sessions, by client. */
    List<Session> sessions() {
        return Collections.unmodifiableList(new ArrayList<>(sessions.values()));
    }

    void restore(Snapshot snapshot) {
        data.clear();
        data.putAll(snapshot.data());
        sessions.clear();
        snapshot.sessions().forEach(session -> sessions.put(session.client(), session));
    }
}
