package dev.faultline.targets.live;

import dev.faultline.harness.fault.Disturbance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The toxics that disturb every link, by their type, with their attributes. */
final class WantedToxics {
    private static final long LATEST_COPY_MILLIS = 400;

    private WantedToxics() {}

    /**
     * What is needed for these disturbances together: delays add up, and a message survives when it survives each loss.
     *
     * @param frames whether the server can treat messages one by one; without, delays are the same for all that follow each other
     *     closely, and nothing is lost or duplicated
     */
    static Map<String, Map<String, Object>> of(List<Disturbance> disturbances, boolean frames) {
        Map<String, Map<String, Object>> wanted = new LinkedHashMap<>();
        long longest = disturbances.stream()
                .mapToLong(each -> each.longestDelay().toMillis())
                .sum();
        if (longest > 0 && frames) {
            wanted.put("frame_reorder", Map.of("longest", longest));
        } else if (longest > 0) {
            wanted.put("latency", Map.of("latency", longest / 2, "jitter", longest / 2));
        }
        double kept = disturbances.stream().mapToDouble(each -> 1 - each.loss()).reduce(1, (a, b) -> a * b);
        if (kept < 1) {
            wanted.put("frame_loss", Map.of("probability", 1 - kept));
        }
        double single = disturbances.stream()
                .mapToDouble(each -> 1 - each.duplication())
                .reduce(1, (a, b) -> a * b);
        if (single < 1) {
            wanted.put("frame_duplication", Map.of("probability", 1 - single, "latest", LATEST_COPY_MILLIS));
        }
        return wanted;
    }
}
