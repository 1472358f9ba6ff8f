package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model whose states and operations are small numbers, and which remembers every answer that it gave. */
final class Transitions<S> {
    /** The state cannot answer what the operation did. */
    static final int REFUSED = -1;

    private static final int FIRST_OF_MANY = -2;

    private static final long FREE = -1;

    private final NondeterministicModel<S> model;
    private final Map<S, Integer> stateNumbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private final Map<Signature, Integer> signatureNumbers = new HashMap<>();
    private final List<Operation> samples = new ArrayList<>();
    private long[] keys = new long[64];
    private int[] results = new int[64];
    private final List<int[]> many = new ArrayList<>();
    private int known;
    private int widest = 1;

    /** What a model can tell operations apart by. */
    private record Signature(String f, Object input, EventType outcome, Object output) {}

    Transitions(NondeterministicModel<S> model) {
        this.model = model;
        Arrays.fill(keys, FREE);
    }

    int initial() {
        return number(model.initial());
    }

    S state(int number) {
        return states.get(number);
    }

    Operation sample(int signature) {
        return samples.get(signature);
    }

    int signature(Operation operation) {
        Object output = operation.isPending() ? null : operation.output();
        Signature signature = new Signature(operation.f(), operation.input(), operation.outcome(), output);
        return signatureNumbers.computeIfAbsent(signature, added -> {
            samples.add(operation);
            return samples.size() - 1;
        });
    }

    /** How many states an operation may lead to, as far as is known by now. */
    int widest() {
        return widest;
    }

    /** A state after an operation, or {@link #REFUSED} when it has not so many. Amortized O(1) when it was asked before. */
    int next(int state, int signature, int alternative) {
        int result = result(state, signature);
        if (result > FIRST_OF_MANY) {
            return alternative == 0 ? result : REFUSED;
        }
        int[] alternatives = many.get(FIRST_OF_MANY - result);
        return alternative < alternatives.length ? alternatives[alternative] : REFUSED;
    }

    /** Whether the state can answer what the operation did. */
    boolean accepts(int state, int signature) {
        return result(state, signature) != REFUSED;
    }

    /** Whether an operation leads to the same states from both. */
    boolean leadToTheSame(int one, int other, int signature) {
        int left = result(one, signature);
        int right = result(other, signature);
        return left == right
                || (left <= FIRST_OF_MANY
                        && right <= FIRST_OF_MANY
                        && Arrays.equals(many.get(FIRST_OF_MANY - left), many.get(FIRST_OF_MANY - right)));
    }

    private int result(int state, int signature) {
        long key = (long) state << 32 | signature;
        int place = place(key);
        if (keys[place] == key) {
            return results[place];
        }
        int result = numbered(model.steps(states.get(state), samples.get(signature)));
        keys[place] = key;
        results[place] = result;
        if (++known * 2 > keys.length) {
            grow();
        }
        return result;
    }

    private int numbered(List<S> next) {
        if (next.size() <= 1) {
            return next.isEmpty() ? REFUSED : number(next.get(0));
        }
        many.add(next.stream().mapToInt(this::number).toArray());
        widest = Math.max(widest, next.size());
        return FIRST_OF_MANY - (many.size() - 1);
    }

    private int number(S state) {
        return stateNumbers.computeIfAbsent(state, added -> {
            states.add(added);
            return states.size() - 1;
        });
    }

    private int place(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (keys[place] != key && keys[place] != FREE) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldResults = results;
        keys = new long[2 * oldKeys.length];
        results = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                results[place] = oldResults[i];
            }
        }
    }
}
