package dev.faultline.cli;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.History;
import picocli.CommandLine.Option;

/** What histories are judged by, as the options of {@code check} say. */
final class Question {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "Judge linearizability: register, cas-register, kv, kv-string, mutex, fifo-queue, set, counter.")
    private String model;

    @Option(
            names = "--property",
            paramLabel = "NAME",
            completionCandidates = Judge.Names.class,
            description = "Judge a property: ${COMPLETION-CANDIDATES}.")
    private String property;

    /** The checker that answers it. */
    Checker checker(History history) {
        return model != null ? Judge.ofModel(model) : Judge.ofProperty(property);
    }
}
