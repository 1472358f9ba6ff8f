package dev.faultline.harness.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a claim, a seeded bug, or a claim with a seeded bug in the system: {@code package.Spec#claim}, {@code package.Spec@bug},
 * {@code package.Spec#claim@bug}.
 *
 * @param spec the spec's class name
 * @param claim the claim's method name
 * @param bug the seeded bug's name
 */
public record ClaimId(String spec, Optional<String> claim, Optional<String> bug) {
    private static final Pattern SHAPE = Pattern.compile("(?<spec>[\\w.$]+)(#(?<claim>\\w+))?(@(?<bug>[\\w.-]+))?");

    public static ClaimId claim(String spec, String claim) {
        return new ClaimId(spec, Optional.of(claim), Optional.empty());
    }

    public static ClaimId bug(String spec, String bug) {
        return new ClaimId(spec, Optional.empty(), Optional.of(bug));
    }

    /** The same claim with a seeded bug in the system. */
    public ClaimId with(String seededBug) {
        return new ClaimId(spec, claim, Optional.of(seededBug));
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static ClaimId parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches() || (matcher.group("claim") == null && matcher.group("bug") == null)) {
            throw new IllegalArgumentException("'" + text + "' does not name a claim. A claim is written"
                    + " package.Spec#claim, a seeded bug package.Spec@bug, so nothing was run. Copy the replay command from"
                    + " the report.");
        }
        return new ClaimId(
                matcher.group("spec"),
                Optional.ofNullable(matcher.group("claim")),
                Optional.ofNullable(matcher.group("bug")));
    }

    @Override
    public String toString() {
        return spec
                + claim.map(name -> "#" + name).orElse("")
                + bug.map(name -> "@" + name).orElse("");
    }
}
