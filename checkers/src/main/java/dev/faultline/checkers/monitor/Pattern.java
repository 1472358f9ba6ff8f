package dev.faultline.checkers.monitor;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A few operations that are not linearizable, whatever else happened.
 *
 * @param name what kind of contradiction it is
 * @param explanation what happened, in a sentence or two
 * @param operations their numbers
 */
record Pattern(String name, String explanation, List<Integer> operations) {

    /** A pattern of these operations; negative numbers are left out. */
    static Pattern of(String name, String explanation, Integer... operations) {
        return new Pattern(
                name,
                explanation,
                Stream.of(operations)
                        .filter(Objects::nonNull)
                        .filter(i -> i >= 0)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
