package dev.faultline.checkers.monitor;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.Optional;

/**
 * First-in-first-out queues into which each value goes once. The contradictions are those of Henzinger, Sezgin and Vafeiadis,
 * "Aspect-oriented linearizability proofs" (CONCUR 2013), section 4; that nothing else can be wrong is shown there. O(n log n).
 *
 * <p>A history in which dequeues found nothing and other dequeues never returned is left to the search.
 */
record QueueMonitor(String model) implements Monitor {

    @Override
    public Optional<Verdict> decide(History history) {
        return tokens(history).map(tokens -> contradiction(tokens).isPresent() ? Verdict.INVALID : Verdict.VALID);
    }

    @Override
    public Optional<CheckResult> check(History history) {
        return tokens(history).map(tokens -> {
            Outcome outcome = new Outcome(model, "patterns of a queue", tokens.spans());
            return contradiction(tokens).map(outcome::invalid).orElseGet(() -> outcome.valid(order(tokens)));
        });
    }

    private static Optional<Tokens> tokens(History history) {
        Tokens tokens = new Tokens(Spans.of(history), "enqueue", "dequeue");
        boolean searched = tokens.areAmbiguous()
                || (!tokens.empties().isEmpty() && !tokens.pendingTakes().isEmpty());
        return searched ? Optional.empty() : Optional.of(tokens);
    }

    private static Optional<Pattern> contradiction(Tokens tokens) {
        return TokenWords.impossibleValue(tokens)
                .or(() -> new QueueOrder(tokens).contradiction())
                .or(() -> new Coverage(Passages.of(tokens)).contradiction());
    }

    private static int[] order(Tokens tokens) {
        Passages passages = Passages.with(tokens, new QueueOrder(tokens).left());
        return QueueWitness.order(passages, new Coverage(passages));
    }
}
