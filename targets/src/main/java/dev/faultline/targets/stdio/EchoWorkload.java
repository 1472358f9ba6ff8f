package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.List;
import java.util.random.RandomGenerator;

/** {@code echo}: a node answers what it was told. */
final class EchoWorkload implements Workload {
    private long last;

    @Override
    public Request next(int client, RandomGenerator random) {
        String text = "Please echo " + ++last;
        return Request.read("echo", text, Packet.body("echo").put("echo", text));
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return Values.of(MalformedAnswer.present(answer, "echo"));
    }

    @Override
    public List<Checker> checkers() {
        return List.of(new Echo());
    }

    private static final class Echo implements Checker {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public CheckResult check(History history, Budget budget) {
            List<Operation> answered =
                    history.operations().stream().filter(Operation::isOk).toList();
            List<Violation> wrong = answered.stream()
                    .filter(operation -> !operation.input().equals(operation.output()))
                    .map(Echo::wrong)
                    .toList();
            return Violation.decide(wrong, "echoes", answered.size());
        }

        private static Violation wrong(Operation operation) {
            return Violation.shownBy(
                    operation.completion().node() + " was told '" + operation.input() + "' and answered '"
                            + operation.output() + "'.",
                    operation.invocation(),
                    operation.completion());
        }
    }
}
