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

/** The toxics that disturb one link, by their names. */
final class WantedToxics {
    private static final String UPSTREAM = "upstream";
    private static final String DOWNSTREAM = "downstream";
    private static final long LATEST_COPY_MILLIS = 400;
    private static final long NEVER_MILLIS = Duration.ofDays(1).toMillis();

    /** Closes, when it is removed, the connection to the receiver and, unless something holds that up, the one to the sender. */
    static final Toxic END = new Toxic("timeout", UPSTREAM, Map.of("timeout", 0));

    private final Map<String, Toxic> wanted = new LinkedHashMap<>();

    private WantedToxics() {}

    /**
     * What is needed for the disturbances of a link together.
     *
     * @param frames whether the server can treat messages one by one; without, delays are the same for all that follow each other
     *     closely, and nothing is lost or duplicated
     */
    static Map<String, Toxic> of(Disturbances disturbances, boolean frames) {
        WantedToxics toxics = new WantedToxics();
        toxics.late(disturbances, frames);
        toxics.lost(disturbances);
        toxics.narrow(disturbances);
        toxics.broken(disturbances);
        return toxics.wanted;
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

    /** A half-open connection is one whose receiver's end has been closed, and whose sender is to learn of that never. */
    private void broken(Disturbances disturbances) {
        if (disturbances.of(ConnectionReset.class).findAny().isPresent()) {
            want("reset_peer", UPSTREAM, Map.of("timeout", 0));
        }
        long slow = disturbances
                .of(SlowClose.class)
                .mapToLong(each -> each.delay().toMillis())
                .max()
                .orElse(0);
        if (slow > 0) {
            want("slow_close", UPSTREAM, Map.of("delay", slow));
        }
        long unheard = disturbances.of(HalfOpen.class).findAny().isPresent() ? NEVER_MILLIS : slow;
        if (unheard > 0) {
            want("slow_close", DOWNSTREAM, Map.of("delay", unheard));
        }
    }

    private void want(String type, String stream, Map<String, Object> attributes) {
        wanted.put(type + "_" + stream, new Toxic(type, stream, attributes));
    }
}
