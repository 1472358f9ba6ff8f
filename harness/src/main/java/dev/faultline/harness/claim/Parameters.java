package dev.faultline.harness.claim;

import java.util.Optional;
import java.util.function.Function;

/** Reads typed parameters, and says clearly what is wrong with one. */
record Parameters(Function<String, Optional<String>> source) {

    int positive(String name, int otherwise) {
        String text = source.apply(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, together with numbers that are too small
        }
        throw new IllegalArgumentException(name + " is '" + text
                + "', and must be a whole number of at least 1. Nothing was run. Correct it, or leave it out for "
                + otherwise + ".");
    }

    Optional<Long> seed(String name) {
        return source.apply(name).map(text -> {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(name + " is '" + text
                        + "', and a seed is a whole number. Nothing was run. Copy the seed from the report, or leave it"
                        + " out to try many seeds.");
            }
        });
    }

    boolean flag(String name) {
        String text = source.apply(name).map(String::strip).orElse("false");
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException(name + " is '" + text
                + "', and must be true or false. Nothing was run. Correct it, or leave it out for false.");
    }
}
