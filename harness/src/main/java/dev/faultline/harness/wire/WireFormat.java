package dev.faultline.harness.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.Vocabulary;
import dev.faultline.harness.record.Json;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes and reads the envelopes of one cluster, one on a line: {@code {"src":"n1","dest":"n2","body":{"type":"vote",…}}}. Whole
 * numbers are read as {@code long}, fields that a message does not have are passed over, and one that it lacks is an error.
 * Safe for use by many threads.
 */
public final class WireFormat {
    private static final int EXCERPT = 200;

    private final ObjectReader reader;

    private WireFormat(Vocabulary vocabulary) {
        this.reader = mapper().readerFor(Envelope.class).withAttribute(Vocabulary.class, vocabulary);
    }

    /**
     * The format of what the nodes and clients of a cluster say.
     *
     * @throws IllegalArgumentException when two of its messages have the same name on the wire
     */
    public static WireFormat of(Cluster cluster) {
        return of(cluster.roles());
    }

    /**
     * The format of what the nodes and clients of these roles say.
     *
     * @param more further messages: records, or sealed interfaces of them
     * @throws IllegalArgumentException when two messages have the same name on the wire
     */
    public static WireFormat of(List<Role> roles, Class<?>... more) {
        Set<Class<?>> nodes = new LinkedHashSet<>();
        for (Role role : roles) {
            Node<?> node = role.program().boot();
            nodes.add(node.getClass());
            nodes.add(role.decorator().wrap(node).getClass());
        }
        return new WireFormat(Vocabulary.of(nodes).with(more));
    }

    /** Each format has its own, because a mapper remembers the record that a name stands for. */
    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Any record of the cluster's as JSON, such as a node keeps in its storage. */
    public String json(Record value) {
        return Json.line(value);
    }

    /**
     * A record of this type, from what {@link #json} wrote.
     *
     * @throws UncheckedIOException when it is none
     */
    public <R extends Record> R read(String json, Class<R> type) {
        try {
            return reader.forType(type).readValue(json);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException("Not a " + type.getName() + ": " + cause.getOriginalMessage(), cause);
        }
    }

    /** The envelope as a line, without its end. */
    public String line(Envelope envelope) {
        return Json.line(envelope);
    }

    /**
     * The envelope on a line.
     *
     * @throws MalformedEnvelope when the line is none, or its message is not one of the cluster's
     */
    public Envelope parse(String line) throws MalformedEnvelope {
        try {
            return reader.readValue(line);
        } catch (JsonProcessingException cause) {
            String excerpt = line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
            throw new MalformedEnvelope(
                    "Not an envelope of this cluster: " + cause.getOriginalMessage() + ", in " + excerpt, cause);
        }
    }
}
