package dev.faultline.checkers.model;

import dev.faultline.checkers.history.History;
import java.util.List;
import java.util.Optional;

/** The sequential specifications that come with the kit. */
public final class Models {
    private static final List<NondeterministicModel<?>> ALL = List.of(
            register(),
            casRegister(),
            keyValue(),
            stringMap(),
            mutex(),
            fifoQueue(),
            stack(),
            priorityQueue(),
            set(),
            counter(),
            bag());

    private Models() {}

    /** A register, initially nil: {@code read}, {@code write}. */
    public static Model<?> register() {
        return new RegisterModel("register", false);
    }

    /**
     * A register with {@code cas} of {@code [old new]} besides. A {@code :fail} of a cas whose value is the pair, and
     * whose error is none, {@code :did-not-succeed} or {@code :precondition-failed}, is an answered comparison that did
     * not match, so it constrains the state.
     */
    public static Model<?> casRegister() {
        return new RegisterModel("cas-register", true);
    }

    /** Independent registers with cas: {@code [key value]}, and {@code [key [old new]]} for {@code cas}. */
    public static Model<?> keyValue() {
        return new KeyValueModel("kv");
    }

    /** Independent strings, initially "": {@code get}, {@code put}, {@code append} of {@code [key string]}. */
    public static Model<?> stringMap() {
        return new StringMapModel("kv-string");
    }

    /** Independent mutexes: {@code acquire} and {@code release} of a resource, or of nil. */
    public static Model<?> mutex() {
        return new MutexModel("mutex");
    }

    /** A first-in-first-out queue: {@code enqueue}, {@code dequeue} (nil when empty). */
    public static Model<?> fifoQueue() {
        return new FifoQueueModel("fifo-queue");
    }

    /** A stack: {@code push}, {@code pop} (nil when empty). */
    public static Model<?> stack() {
        return new StackModel("stack");
    }

    /** A priority queue of integers: {@code insert}, {@code extract-min} (nil when empty). */
    public static Model<?> priorityQueue() {
        return new PriorityQueueModel("priority-queue");
    }

    /**
     * A set: {@code add}, {@code remove} and {@code contains} (both answer {@code [element true|false]}), {@code read}
     * of the whole.
     */
    public static Model<?> set() {
        return new SetModel("set");
    }

    /** A counter, initially 0: {@code add}, {@code read}. */
    public static Model<?> counter() {
        return new CounterModel("counter");
    }

    /** A bag: {@code put}, {@code take} of any value inside (nil when empty). */
    public static NondeterministicModel<?> bag() {
        return new BagModel("bag");
    }

    /** The model whose operations have the names of a history's, if there is one; O(1). */
    public static Optional<NondeterministicModel<?>> guess(History history) {
        return GuessedModel.of(history);
    }

    /** The names of the models. */
    public static List<String> names() {
        return ALL.stream().<String>map(NondeterministicModel::name).toList();
    }

    /**
     * The model of this name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known names
     */
    public static NondeterministicModel<?> byName(String name) {
        return ALL.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no model named \"" + name
                        + "\", so the history cannot be judged. Use one of: "
                        + String.join(", ", names()) + "."));
    }
}
