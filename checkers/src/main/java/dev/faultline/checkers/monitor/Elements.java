package dev.faultline.checkers.monitor;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to each element of a set: who added it, who removed it, and who found it. Elements are numbered in the order in
 * which they appear. O(n).
 */
final class Elements {
    static final int NONE = -1;

    /** What an operation says about its element. */
    enum Role {
        ADDS,
        FINDS,
        REMOVES,
        MISSES,
        MAY_REMOVE,
        SAYS_NOTHING
    }

    private final Spans spans;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Object> names = new ArrayList<>();
    private final int[] elementOf;
    private final Role[] roles;
    private int[] addedBy = new int[64];
    private int[] removedBy = new int[64];
    private int[] removedAgainBy = new int[64];
    private int[] mayBeRemovedBy = new int[64];
    private int[] firstToFind = new int[64];
    private int[] lastToFind = new int[64];
    private boolean ambiguous;

    Elements(Spans spans) {
        this.spans = spans;
        elementOf = new int[spans.size()];
        roles = new Role[spans.size()];
        for (int i = 0; i < spans.size() && !ambiguous; i++) {
            roles[i] = role(spans.operation(i));
            elementOf[i] = number(spans.operation(i).input());
            place(i, elementOf[i]);
        }
    }

    private Role role(Operation operation) {
        if (operation.outcome() == EventType.FAIL) {
            return Role.SAYS_NOTHING;
        }
        return switch (operation.f()) {
            case "add" -> Role.ADDS;
            case "remove" -> operation.isPending() ? Role.MAY_REMOVE : answer(operation) ? Role.REMOVES : Role.MISSES;
            case "contains" -> operation.isPending() ? Role.SAYS_NOTHING : answer(operation) ? Role.FINDS : Role.MISSES;
            default -> {
                ambiguous = true;
                yield Role.SAYS_NOTHING;
            }
        };
    }

    private boolean answer(Operation operation) {
        if (operation.output() instanceof List<?> pair && pair.size() == 2 && pair.get(1) instanceof Boolean there) {
            return there;
        }
        ambiguous = true;
        return false;
    }

    private void place(int i, int element) {
        switch (roles[i]) {
            case ADDS -> {
                ambiguous |= addedBy[element] != NONE;
                addedBy[element] = i;
            }
            case REMOVES -> {
                (removedBy[element] == NONE ? removedBy : removedAgainBy)[element] = i;
            }
            case FINDS -> {
                lastToFind[element] = i;
                if (firstToFind[element] == NONE || spans.end(i) < spans.end(firstToFind[element])) {
                    firstToFind[element] = i;
                }
            }
            case MAY_REMOVE -> {
                if (mayBeRemovedBy[element] == NONE) {
                    mayBeRemovedBy[element] = i;
                }
            }
            default -> {}
        }
    }

    private int number(Object element) {
        int next = names.size();
        Integer known = numbers.putIfAbsent(element, next);
        if (known != null) {
            return known;
        }
        names.add(element);
        addedBy = withRoomFor(next, addedBy);
        removedBy = withRoomFor(next, removedBy);
        removedAgainBy = withRoomFor(next, removedAgainBy);
        mayBeRemovedBy = withRoomFor(next, mayBeRemovedBy);
        firstToFind = withRoomFor(next, firstToFind);
        lastToFind = withRoomFor(next, lastToFind);
        return next;
    }

    private static int[] withRoomFor(int next, int[] operations) {
        int[] more = next < operations.length ? operations : Arrays.copyOf(operations, 2 * next);
        more[next] = NONE;
        return more;
    }

    /** Whether an element was added twice, the whole set was read, or something does not fit the model. */
    boolean areAmbiguous() {
        return ambiguous;
    }

    Spans spans() {
        return spans;
    }

    int size() {
        return names.size();
    }

    Object name(int element) {
        return names.get(element);
    }

    int of(int operation) {
        return elementOf[operation];
    }

    Role role(int operation) {
        return roles[operation];
    }

    /** The operation that added the element, or -1. */
    int addedBy(int element) {
        return addedBy[element];
    }

    /** The operation that removed it, or -1. */
    int removedBy(int element) {
        return removedBy[element];
    }

    /** Another one that removed it too, or -1. */
    int removedAgainBy(int element) {
        return removedAgainBy[element];
    }

    /** The first that wanted to remove it and never returned, or -1. */
    int mayBeRemovedBy(int element) {
        return mayBeRemovedBy[element];
    }

    /** The one that found it and returned first, or -1. */
    int firstToFind(int element) {
        return firstToFind[element];
    }

    /** The one that found it and began last, or -1. */
    int lastToFind(int element) {
        return lastToFind[element];
    }
}
