package dev.faultline.targets.proxy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A toxic as the API shows it.
 *
 * @param attributes all attributes of its type
 * @param stream "upstream" or "downstream", in upper or lower case as it was given
 * @param toxicity the probability that it applies to a connection, 0 to 1
 */
@JsonPropertyOrder({"attributes", "name", "type", "stream", "toxicity"})
record Toxic(
        Map<String, Number> attributes,
        String name,
        @JsonIgnore ToxicType kind,
        String stream,
        Number toxicity) {
    Toxic {
        boolean isWhole = toxicity.floatValue() == toxicity.longValue();
        toxicity = isWhole ? Long.valueOf(toxicity.longValue()) : (Number) toxicity.floatValue();
    }

    @JsonProperty
    String type() {
        return kind.id();
    }

    @JsonIgnore
    boolean isUpstream() {
        return stream.toLowerCase(Locale.ROOT).equals("upstream");
    }

    long whole(String attribute) {
        return attributes.get(attribute).longValue();
    }

    double fraction(String attribute) {
        return attributes.get(attribute).doubleValue();
    }

    /** What it does to one more connection: nothing, as often as the toxicity says. */
    Stage stage() {
        return ThreadLocalRandom.current().nextFloat() < toxicity.floatValue() ? kind.stage(this) : new PassStage();
    }

    @JsonIgnore
    boolean closesWhenRemoved() {
        return kind == ToxicType.TIMEOUT;
    }

    @JsonIgnore
    boolean resets() {
        return kind == ToxicType.RESET_PEER;
    }

    Toxic with(Map<String, Number> otherAttributes, Number otherToxicity) {
        return new Toxic(otherAttributes, name, kind, stream, otherToxicity);
    }
}
