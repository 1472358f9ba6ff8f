package dev.faultline.checkers.linearizability;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** One order out of the orders of independent partitions (locality: Herlihy and Wing, section 3.3). */
final class Interleaving {
    private Interleaving() {}

    /** A list of ints without an object for each. */
    private static final class Indices extends AbstractList<Integer> implements RandomAccess {
        private final int[] indices;

        Indices(int[] indices) {
            this.indices = indices;
        }

        @Override
        public Integer get(int i) {
            return indices[i];
        }

        @Override
        public int size() {
            return indices.length;
        }
    }

    /** The indices of the invocations, in the order in which they take effect; nothing when a partition has no witness. */
    static <S> Optional<List<Integer>> of(List<Search<S>> searches) {
        int size = searches.stream()
                .mapToInt(search -> search.witness().map(order -> order.length).orElse(-1))
                .reduce(0, (sum, length) -> sum < 0 || length < 0 ? -1 : sum + length);
        if (size < 0) {
            return Optional.empty();
        }
        int[] indices = new int[size];
        int[] times = new int[size];
        int next = 0;
        for (Search<S> search : searches) {
            int now = 0;
            for (int call : search.witness().orElseThrow()) {
                Call placed = search.problem().calls().get(call);
                now = Math.max(now, placed.operation().invocation().index());
                indices[next] = placed.operation().invocation().index();
                times[next++] = now;
            }
        }
        return Optional.of(new Indices(searches.size() == 1 ? indices : merged(indices, times)));
    }

    /** A call takes effect at the latest invocation among itself and those before it, which lies before its completion. */
    private static int[] merged(int[] indices, int[] times) {
        return IntStream.range(0, indices.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> times[i]))
                .mapToInt(i -> indices[i])
                .toArray();
    }

    static List<Integer> indices(Problem<?> problem, int[] order) {
        return new Indices(Arrays.stream(order)
                .map(call -> problem.calls().get(call).operation().invocation().index())
                .toArray());
    }
}
