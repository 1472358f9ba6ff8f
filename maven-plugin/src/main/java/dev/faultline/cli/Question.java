package dev.faultline.cli;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.model.Models;
import dev.faultline.checkers.model.NondeterministicModel;
import dev.faultline.checkers.transaction.Level;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What histories are judged by, as the options of {@code check} say. */
final class Question {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = Judge.ModelNames.class,
            description = "What the object is: ${COMPLETION-CANDIDATES}. Guessed when left out.")
    private String model;

    @Option(
            names = "--consistency",
            paramLabel = "NAME",
            completionCandidates = Judge.ConsistencyNames.class,
            description =
                    "How the object should behave: ${COMPLETION-CANDIDATES}; linearizable. Those after sequential are"
                            + " for registers.")
    private String consistency;

    @Option(
            names = "--isolation",
            paramLabel = "LEVEL",
            completionCandidates = Judge.LevelNames.class,
            description = "Judge transactions: ${COMPLETION-CANDIDATES}; strict-serializable.")
    private String isolation;

    @Option(
            names = "--property",
            paramLabel = "NAME",
            completionCandidates = Judge.PropertyNames.class,
            description = "Judge a property: ${COMPLETION-CANDIDATES}.")
    private String property;

    /** Looks whether the options go together, before any file is read. */
    void check() {
        if (Stream.of(model, isolation, property).filter(given -> given != null).count() > 1) {
            throw new UserMistake(
                    "--model, --isolation and --property exclude one another, so it is not clear what to judge."
                            + " Give one of them.");
        }
        if (consistency != null && (isolation != null || property != null)) {
            throw new UserMistake("--consistency is about an object, so it does not go with --isolation or --property."
                    + " Leave it out, or give --model.");
        }
        if (model != null) {
            Models.byName(model);
        }
        if (isolation != null) {
            Level.byId(isolation);
        }
        if (property != null) {
            Judge.ofProperty(property);
        }
        Judge.requireConsistency(consistency);
    }

    /** The checker that answers it. */
    Checker checker(History history) {
        if (property != null) {
            return Judge.ofProperty(property);
        }
        boolean transactions = model == null
                && consistency == null
                && history.operations().stream()
                        .limit(1)
                        .anyMatch(operation -> operation.f().equals("txn"));
        if (isolation != null || transactions) {
            return Judge.ofLevel(isolation == null ? Level.STRICT_SERIALIZABLE.id() : isolation);
        }
        return Judge.ofModel(modelOf(history), consistency);
    }

    private NondeterministicModel<?> modelOf(History history) {
        if (model != null) {
            return Models.byName(model);
        }
        return Models.guess(history)
                .orElseThrow(
                        () -> new UserMistake("The operations do not tell what this is a history of, so it is not clear"
                                + " what to judge. Give --model, --isolation or --property."));
    }
}
