package dev.faultline.harness.cluster;

import java.time.Duration;
import java.util.Optional;

/**
 * How clients talk to a cluster.
 *
 * @param role the role whose nodes they ask
 * @param roaming whether a client asks another node when one does not answer; otherwise client {@code i} only ever talks to
 *     node {@code i mod n}
 * @param retryAfter for roaming clients: how long to wait for an answer before the same request goes to another node; empty when
 *     it never does, because the system cannot know that it is the same
 * @param giveUpAfter when an operation without an answer ends as {@code :info}; empty to wait until the run ends
 */
public record Clients(String role, boolean roaming, Optional<Duration> retryAfter, Optional<Duration> giveUpAfter) {

    /** Clients that live beside one node and wait for it, as the processes of a mutual-exclusion algorithm do. */
    public static Clients pinnedTo(String role) {
        return new Clients(role, false, Optional.empty(), Optional.empty());
    }

    /** Clients that follow redirects and try every node, as those of a replicated store do. */
    public static Clients roaming(String role) {
        return new Clients(role, true, Optional.of(Duration.ofMillis(300)), Optional.of(Duration.ofSeconds(3)));
    }

    /** Clients that go to another node when one refuses them or is down, and send no request twice. */
    public static Clients failingOver(String role) {
        return new Clients(role, true, Optional.empty(), Optional.of(Duration.ofSeconds(1)));
    }

    /** The same clients with a limit to their patience. */
    public Clients givingUpAfter(Duration patience) {
        return new Clients(role, roaming, retryAfter, Optional.of(patience));
    }
}
