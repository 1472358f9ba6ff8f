package dev.faultline.checkers.io;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a file holds a history. */
public enum Format {
    /** Jepsen's {@code history.edn}: one map an event, perhaps with one vector or list around them all. Holds everything. */
    EDN("edn"),
    /**
     * The events in the log of an older Jepsen, {@code INFO  jepsen.util - 3 :invoke :write 4}. It has no index, no time
     * and no node: index and time are the position in the file.
     */
    JEPSEN_LOG("jepsen-log"),
    /**
     * Porcupine's test data: {@code {:process 0, :type :invoke, :f :put, :key "k", :value "v"}}, whose value becomes the
     * tuple {@code [key value]}. Holds get, put and append of texts, without index, time and node: index and time are the
     * position in the file.
     */
    PORCUPINE_KV("porcupine-kv"),
    /**
     * Elle's transactions of list-append and read-write registers, in EDN. A completion without an invocation gets one
     * just before it, whose reads have no result, and where missing a process of its own; from there on the index is the
     * position.
     */
    ELLE("elle"),
    /**
     * Transactions on registers in text, as Plume and other tools read them: an operation a line, {@code
     * r(key,value,session,transaction)} or {@code w(...)}, where the lines of a transaction stand together and reading 0
     * means the initial value. A transaction becomes {@code :txn} by the process of its session, with nothing concurrent to
     * it: the text does not say which ran at the same time, and writing drops it. Holds committed transactions.
     */
    PLUME("plume"),
    /**
     * JSON lines: one object an event. In values, a keyword is a string that starts with one colon, and a string that
     * starts with a colon gets another one before it.
     */
    JSONL("jsonl");

    private final String id;

    Format(String id) {
        this.id = id;
    }

    /** The name for users, such as {@code porcupine-kv}. */
    public String id() {
        return id;
    }

    /** The format of this name, if there is one. */
    public static Optional<Format> byId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /** Every name, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", "));
    }
}
