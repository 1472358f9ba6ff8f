package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Meter;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The searches of all partitions of a history, which run side by side.
 *
 * @param searches of the partitions up to the first that is invalid, in their order
 * @param partitions how many there are in all
 */
record Partitioned<S>(List<Search<S>> searches, int partitions, Deadline deadline) {

    static <S> Partitioned<S> search(NondeterministicModel<S> model, History history, Budget budget) {
        Deadline deadline = new Deadline(budget.time());
        List<History> parts = model.partition(history);
        AtomicInteger firstInvalid = new AtomicInteger(Integer.MAX_VALUE);
        AtomicInteger done = new AtomicInteger();
        Meter meter = parts.size() == 1 ? budget.meter() : Meter.SILENT;
        List<Search<S>> searches = IntStream.range(0, parts.size())
                .parallel()
                .mapToObj(part -> {
                    Search<S> search = new Search<>(model, parts.get(part));
                    if (part < firstInvalid.get()) {
                        search.run(new Limits(deadline, budget.configurations(), meter));
                    }
                    if (search.verdict() == Verdict.INVALID) {
                        firstInvalid.accumulateAndGet(part, Math::min);
                    }
                    budget.meter().at(done.incrementAndGet(), parts.size());
                    return search;
                })
                .toList();
        int told = Math.min(searches.size(), (int) Math.min(firstInvalid.get() + 1L, Integer.MAX_VALUE));
        return new Partitioned<>(searches.subList(0, told), parts.size(), deadline);
    }

    Verdict verdict() {
        if (last() == Verdict.INVALID) {
            return Verdict.INVALID;
        }
        return searches.stream().anyMatch(search -> search.verdict() == Verdict.UNKNOWN)
                ? Verdict.UNKNOWN
                : Verdict.VALID;
    }

    private Verdict last() {
        return searches.isEmpty()
                ? Verdict.VALID
                : searches.get(searches.size() - 1).verdict();
    }
}
