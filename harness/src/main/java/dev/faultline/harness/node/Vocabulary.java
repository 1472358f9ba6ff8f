package dev.faultline.harness.node;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The messages that the nodes of a cluster understand, by their names on the wire. */
public final class Vocabulary {
    private final Map<String, Class<? extends Message>> types = new TreeMap<>();

    private Vocabulary() {}

    /**
     * What nodes of these classes understand: the records of the sealed interface that each is a {@link Node} of; for a
     * decorator, which handles any message, the records that it declares itself.
     *
     * @throws IllegalArgumentException when two messages have the same name on the wire
     */
    public static Vocabulary of(Collection<Class<?>> nodes) {
        Vocabulary vocabulary = new Vocabulary();
        TypeFactory types = TypeFactory.defaultInstance();
        for (Class<?> node : nodes) {
            JavaType[] parameters = types.findTypeParameters(types.constructType(node), Node.class);
            Class<?> messages = parameters.length == 0 ? Message.class : parameters[0].getRawClass();
            if (messages == Message.class) {
                vocabulary.addAll(node.getDeclaredClasses());
            } else {
                vocabulary.add(messages);
            }
        }
        return vocabulary;
    }

    /** The same with more: records, or sealed interfaces of them. */
    public Vocabulary with(Class<?>... more) {
        addAll(more);
        return this;
    }

    private void addAll(Class<?>[] candidates) {
        for (Class<?> candidate : candidates) {
            add(candidate);
        }
    }

    private void add(Class<?> type) {
        if (type.isSealed()) {
            addAll(type.getPermittedSubclasses());
        } else if (Message.class.isAssignableFrom(type)) {
            put(type.asSubclass(Message.class));
        }
    }

    private void put(Class<? extends Message> type) {
        String name = MessageTypes.nameOf(type);
        Class<? extends Message> other = types.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalArgumentException("Both " + other.getName() + " and " + type.getName() + " are '" + name
                    + "' on the wire. A receiver could not tell them apart, so the cluster cannot run over a network."
                    + " Rename one of them.");
        }
    }

    /** The record of this name on the wire. */
    Optional<Class<? extends Message>> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
