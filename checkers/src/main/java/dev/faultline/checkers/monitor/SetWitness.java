package dev.faultline.checkers.monitor;

import java.util.Arrays;

/**
 * An order of the operations on a set that do not contradict each other: for each element those that missed it before it
 * came, the addition, those that found it, the removal, those that missed it then. O(n).
 */
final class SetWitness {
    private enum Phase {
        BEFORE,
        ADDITION,
        PRESENT,
        REMOVAL,
        AFTER
    }

    private final Elements elements;
    private final Spans spans;
    private final Stay[] stays;
    private final int[] now;
    private final Timeline timeline;

    private SetWitness(Elements elements) {
        this.elements = elements;
        spans = elements.spans();
        stays = new Stay[elements.size()];
        Arrays.setAll(stays, element -> Stay.of(elements, element));
        now = new int[elements.size()];
        timeline = new Timeline(spans.size(), spans.events());
    }

    static int[] order(Elements elements) {
        SetWitness witness = new SetWitness(elements);
        for (Phase phase : Phase.values()) {
            witness.place(phase);
        }
        return witness.timeline.order();
    }

    private void place(Phase phase) {
        for (int i = 0; i < spans.size(); i++) {
            if (belongs(i, phase)) {
                int element = elements.of(i);
                now[element] = Math.max(now[element], spans.start(i));
                timeline.place(now[element], i);
            }
        }
    }

    private boolean belongs(int i, Phase phase) {
        Stay stay = stays[elements.of(i)];
        return switch (elements.role(i)) {
            case ADDS -> phase == Phase.ADDITION && stay.matters();
            case FINDS -> phase == Phase.PRESENT;
            case REMOVES, MAY_REMOVE -> phase == Phase.REMOVAL && stay.removedBy() == i && stay.matters();
            case MISSES -> phase == (isBefore(i, stay) ? Phase.BEFORE : Phase.AFTER);
            case SAYS_NOTHING -> false;
        };
    }

    /** Whether it began before the last moment for the addition, or the first for both addition and removal. */
    private boolean isBefore(int i, Stay stay) {
        if (!stay.matters() || stay.from() < stay.until()) {
            return spans.start(i) < stay.from();
        }
        return spans.start(i) < Math.max(spans.start(stay.addedBy()), stay.until());
    }
}
