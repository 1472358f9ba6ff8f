package dev.faultline.harness.node;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** What a client learns from an answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Ok.class, name = "ok"),
    @JsonSubTypes.Type(value = Outcome.Fail.class, name = "fail"),
    @JsonSubTypes.Type(value = Outcome.Indefinite.class, name = "indefinite"),
    @JsonSubTypes.Type(value = Outcome.Redirect.class, name = "redirect")
})
public sealed interface Outcome {

    /** The operation took effect and has this result. */
    record Ok(Object value) implements Outcome {}

    /** The operation certainly had no effect. */
    record Fail(Object value, String error) implements Outcome {}

    /** Nobody knows whether the operation took effect. */
    record Indefinite(String error) implements Outcome {}

    /** This node cannot serve the request: ask another one, the hinted one if there is a hint. */
    record Redirect(Optional<NodeId> hint) implements Outcome {}

    static Outcome ok(Object value) {
        return new Ok(value);
    }

    static Outcome fail(String error) {
        return new Fail(null, error);
    }

    static Outcome indefinite(String error) {
        return new Indefinite(error);
    }

    static Outcome redirect(Optional<NodeId> hint) {
        return new Redirect(hint);
    }
}
