package dev.faultline.checkers.history;

import java.util.Objects;

/**
 * An EDN keyword that stands as a value, such as {@code :timed-out}.
 *
 * @param name the keyword's name, without its colon
 */
public record Keyword(String name) {
    public Keyword {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return ":" + name;
    }
}
