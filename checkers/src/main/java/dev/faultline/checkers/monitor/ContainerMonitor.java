package dev.faultline.checkers.monitor;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Containers into which each value goes once, and whose order of coming out is known.
 *
 * <p>What the operations took that never returned is tried in three ways: nothing; each of them the value that had to be out
 * soonest; and, to show that there is no order, the first of them everything. When those do not agree, the history is left to the
 * search.
 */
abstract class ContainerMonitor implements Monitor {
    private final String model;
    private final String put;
    private final String take;
    private final String algorithm;

    ContainerMonitor(String model, String put, String take, String algorithm) {
        this.model = model;
        this.put = put;
        this.take = take;
        this.algorithm = algorithm;
    }

    /**
     * What can be said once it is settled who took what.
     *
     * @param order an order of the operations, when there is no contradiction
     */
    record Judgement(Optional<Pattern> contradiction, Supplier<int[]> order) {}

    abstract Judgement judge(Passages passages);

    /** For each value the operation before whose return it had to be out, or -1. */
    abstract int[] hurriers(Passages passages);

    /** Whether the values are such as this container can hold. */
    abstract boolean fits(Tokens tokens);

    @Override
    public final Optional<Verdict> decide(History history) {
        return tokens(history)
                .flatMap(tokens -> TokenWords.impossibleValue(tokens).isPresent()
                        ? Optional.of(Verdict.INVALID)
                        : judgement(tokens)
                                .map(judgement ->
                                        judgement.contradiction().isPresent() ? Verdict.INVALID : Verdict.VALID));
    }

    @Override
    public final Optional<CheckResult> check(History history) {
        return tokens(history).flatMap(tokens -> {
            Outcome outcome = new Outcome(model, algorithm, tokens.spans());
            Optional<Pattern> impossible = TokenWords.impossibleValue(tokens);
            return impossible.isPresent()
                    ? impossible.map(outcome::invalid)
                    : judgement(tokens).map(judgement -> judgement
                            .contradiction()
                            .map(outcome::invalid)
                            .orElseGet(() -> outcome.valid(judgement.order().get())));
        });
    }

    private Optional<Tokens> tokens(History history) {
        Tokens tokens = new Tokens(Spans.of(history), put, take);
        return tokens.areAmbiguous() || !fits(tokens) ? Optional.empty() : Optional.of(tokens);
    }

    private Optional<Judgement> judgement(Tokens tokens) {
        Passages untouched = Passages.of(tokens);
        Judgement judgement = judge(untouched);
        if (tokens.pendingTakes().isEmpty() || judgement.contradiction().isEmpty()) {
            return Optional.of(judgement);
        }
        Judgement generous = judge(Passages.generous(tokens));
        if (generous.contradiction().isPresent()) {
            return Optional.of(generous);
        }
        Hurry hurry = new Hurry(tokens, hurriers(untouched));
        Optional<Pattern> tooFew = hurry.contradiction();
        if (tooFew.isPresent()) {
            return Optional.of(new Judgement(tooFew, () -> new int[0]));
        }
        Judgement hurried = judge(Passages.with(tokens, hurry.values()));
        return hurried.contradiction().isPresent() ? Optional.empty() : Optional.of(hurried);
    }
}
