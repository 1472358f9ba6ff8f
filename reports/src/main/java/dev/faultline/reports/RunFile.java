package dev.faultline.reports;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code run.json}: what was run and what came out.
 *
 * @param seed the seed, or {@code null} for a script
 * @param delays where the machine did not keep up, as far as somebody measured
 */
record RunFile(
        String runtime,
        Long seed,
        String keep,
        String java,
        List<Role> roles,
        int faults,
        int sessions,
        long faultsOverNanos,
        long endNanos,
        long steps,
        List<Delay> delays,
        Messages messages,
        List<Finding> findings) {

    RunFile {
        Objects.requireNonNull(runtime, "runtime");
        Objects.requireNonNull(messages, "messages");
        java = Objects.requireNonNullElse(java, "");
        roles = Objects.requireNonNullElse(roles, List.of());
        delays = Objects.requireNonNullElse(delays, List.of());
        findings = Objects.requireNonNullElse(findings, List.of());
    }

    record Role(String name, List<String> nodes) {}

    /** Who waited for its turn, how long and until when. */
    record Delay(String whose, long byNanos, long atNanos) {}

    /** How many messages nodes sent to other nodes, by type; and how many of any kind arrived anywhere. */
    record Messages(Map<String, Long> byType, long delivered) {}

    /**
     * What the run said about one property.
     *
     * @param verdict VALID, INVALID or UNKNOWN
     * @param evidence the events of the history that show a violation
     */
    record Finding(
            String property,
            String verdict,
            String explanation,
            List<Evidence> evidence,
            Map<String, Object> details,
            long step) {
        Finding {
            Objects.requireNonNull(property, "property");
            Objects.requireNonNull(verdict, "verdict");
            explanation = Objects.requireNonNullElse(explanation, "");
            evidence = Objects.requireNonNullElse(evidence, List.of());
            details = Objects.requireNonNullElse(details, Map.of());
        }
    }

    /** An event of the history, by its position there. */
    record Evidence(int index) {}
}
