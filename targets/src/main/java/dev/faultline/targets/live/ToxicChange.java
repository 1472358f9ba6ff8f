package dev.faultline.targets.live;

import dev.faultline.targets.live.Toxics.Toxic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What to do to the toxics of a proxy, so that they become what is wanted, in the order that is wanted. A new toxic goes behind the
 * others of its stream, so all that follow the first difference are made again. The last is removed first: what a toxic holds
 * goes to the one behind it when it is removed, and waits there until there is room.
 *
 * @param removed names, in the order of removal
 * @param added names, in the order in which they are added afterwards
 */
record ToxicChange(List<String> removed, List<String> added) {

    /** The change from these toxics to those, by name, in the order in which data meets them. */
    static ToxicChange between(Map<String, Toxic> now, Map<String, Toxic> wanted) {
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (String stream : List.of(WantedToxics.UPSTREAM, WantedToxics.DOWNSTREAM)) {
            List<String> before = names(now, stream);
            List<String> after = names(wanted, stream);
            int kept = 0;
            while (kept < Math.min(before.size(), after.size())
                    && before.get(kept).equals(after.get(kept))
                    && now.get(before.get(kept)).equals(wanted.get(after.get(kept)))) {
                kept++;
            }
            List<String> rest = before.subList(kept, before.size());
            Collections.reverse(rest);
            removed.addAll(rest);
            added.addAll(after.subList(kept, after.size()));
        }
        return new ToxicChange(removed, added);
    }

    private static List<String> names(Map<String, Toxic> toxics, String stream) {
        Stream<String> names = toxics.keySet().stream()
                .filter(name -> toxics.get(name).stream().equals(stream));
        return new ArrayList<>(names.toList());
    }
}
