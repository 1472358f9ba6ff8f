package dev.faultline.targets.live;

import dev.faultline.harness.fault.Disturbance.Bandwidth;
import dev.faultline.harness.fault.Disturbance.ConnectionReset;
import dev.faultline.harness.fault.Disturbance.HalfOpen;
import dev.faultline.harness.fault.Disturbance.SlowClose;
import dev.faultline.harness.fault.Disturbances;
import dev.faultline.targets.live.Toxics.Toxic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The toxics of one link, by their names, in order.
 *
 * <p>The real Toxiproxy waits for ever when a toxic is changed behind which another has closed a connection that is still held by a
 * third. So what closes connections has the way to the receiver for itself, which changes nothing: nothing else gets through it. And
 * all that holds up an end is on the way back. What is narrow comes first: from anything before it, what that holds would have to
 * squeeze through when it is removed.
 */
final class WantedToxics {
    static final String UPSTREAM = "upstream";
    static final String DOWNSTREAM = "downstream";
    private static final Set<String> HOLDING = Set.of("bandwidth", "latency");
    private static final long LATEST_COPY_MILLIS = 400;
    private static final long NEVER_MILLIS = Duration.ofDays(1).toMillis();

    private final Map<String, Toxic> wanted = new LinkedHashMap<>();

    private WantedToxics() {}

    /**
     * What is needed for the state of a link.
     *
     * @param cut whether it is cut; mended again, its connections are closed
     * @param cutBack whether what comes back on its connections is cut
     * @param frames whether the server can treat messages one by one; without, delays are the same for all that follow each other
     *     closely, and nothing is lost or duplicated
     */
    static Map<String, Toxic> of(Disturbances disturbances, boolean cut, boolean cutBack, boolean frames) {
        WantedToxics toxics = new WantedToxics();
        if (cutBack) {
            toxics.want("timeout", DOWNSTREAM, Map.of("timeout", 0));
        } else {
            toxics.unheard(disturbances);
        }
        if (cut) {
            toxics.want("timeout", UPSTREAM, Map.of("timeout", 0));
        } else if (disturbances.of(ConnectionReset.class).findAny().isPresent()) {
            toxics.want("reset_peer", UPSTREAM, Map.of("timeout", 0));
        } else {
            toxics.narrow(disturbances);
            toxics.late(disturbances, frames);
            toxics.lost(disturbances);
        }
        return toxics.wanted;
    }

    /** Whether these keep messages for a while. */
    static boolean holdMessages(Map<String, Toxic> toxics) {
        return toxics.values().stream().map(Toxic::type).anyMatch(HOLDING::contains);
    }

    /** Who sends on a half-open connection never learns that it has ended. */
    private void unheard(Disturbances disturbances) {
        long slow = disturbances
                .of(SlowClose.class)
                .mapToLong(each -> each.delay().toMillis())
                .max()
                .orElse(0);
        long delay = disturbances.of(HalfOpen.class).findAny().isPresent() ? NEVER_MILLIS : slow;
        if (delay > 0) {
            want("slow_close", DOWNSTREAM, Map.of("delay", delay));
        }
    }

    private void late(Disturbances disturbances, boolean frames) {
        long shortest = disturbances.shortestLatency().toMillis();
        long longest = disturbances.longestLatency().toMillis();
        long delay = disturbances.longestDelay().toMillis();
        if (frames && delay > 0) {
            want("frame_reorder", UPSTREAM, Map.of("longest", delay));
        } else {
            longest += delay;
        }
        if (longest > 0) {
            long jitter = (longest - shortest) / 2;
            want("latency", UPSTREAM, Map.of("latency", shortest + jitter, "jitter", jitter));
        }
    }

    private void lost(Disturbances disturbances) {
        if (disturbances.loss() > 0) {
            want("frame_loss", UPSTREAM, Map.of("probability", disturbances.loss()));
        }
        if (disturbances.duplication() > 0) {
            want(
                    "frame_duplication",
                    UPSTREAM,
                    Map.of("probability", disturbances.duplication(), "latest", LATEST_COPY_MILLIS));
        }
    }

    /** The narrowest of several narrow places decides. */
    private void narrow(Disturbances disturbances) {
        disturbances
                .of(Bandwidth.class)
                .mapToInt(Bandwidth::kilobytesPerSecond)
                .min()
                .ifPresent(rate -> want("bandwidth", UPSTREAM, Map.of("rate", rate)));
    }

    private void want(String type, String stream, Map<String, Object> attributes) {
        wanted.put(type + "_" + stream, new Toxic(type, stream, attributes));
    }
}
