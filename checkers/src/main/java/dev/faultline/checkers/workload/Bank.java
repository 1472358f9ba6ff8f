package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * See {@link Workloads#bank}.
 *
 * @param total what every read must add up to; when empty, what the first one adds up to
 */
record Bank(String name, boolean allowNegative, OptionalLong total) implements Checker {
    private static final String TRANSFER = "{:from account, :to account, :amount a whole number}";
    private static final String BALANCES = "a map of accounts to balances, which are whole numbers or nil,";

    @Override
    public CheckResult check(History history, Budget budget) {
        history.operations().stream()
                .filter(operation -> operation.f().equals("transfer"))
                .forEach(Bank::requireShape);
        List<Event> reads = history.operations().stream()
                .filter(operation -> operation.f().equals("read") && operation.isOk())
                .map(Operation::completion)
                .toList();
        Anomalies anomalies = new Anomalies("wrong-total", "negative-balance", "nil-balance");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reads", reads.size());
        if (reads.isEmpty()) {
            return anomalies.decide(details, "No :read ended :ok, so nobody knows what the accounts held.");
        }
        Event first = total.isPresent() ? null : reads.get(0);
        long expected = total.orElseGet(() -> total(reads.get(0)));
        details.put("total", expected);
        reads.forEach(read -> judge(read, expected, first, anomalies));
        return anomalies.decide(details, null);
    }

    private void judge(Event read, long expected, Event first, Anomalies anomalies) {
        long found = total(read);
        if (found != expected) {
            String since = first == null ? "" : ", as read by " + Span.who(first);
            anomalies.add(
                    "wrong-total",
                    () -> "The accounts add up to " + found + " in the read of " + Span.who(read)
                            + ", but their total is " + expected + since + ".",
                    first,
                    read);
        }
        Shapes.map(read, BALANCES).forEach((account, balance) -> {
            if (balance == null) {
                anomalies.add("nil-balance", () -> accountHolds(read, account, "nothing (nil)"), read);
            } else if (!allowNegative && (Long) balance < 0) {
                anomalies.add("negative-balance", () -> accountHolds(read, account, balance + ", less than 0"), read);
            }
        });
    }

    private static String accountHolds(Event read, Object account, String what) {
        return "Account " + account + " holds " + what + ", in the read of " + Span.who(read) + ".";
    }

    private static long total(Event read) {
        long total = 0;
        for (Object balance : Shapes.map(read, BALANCES).values()) {
            total = balance == null ? total : Shapes.sum(read, total, Shapes.whole(read, balance, BALANCES));
        }
        return total;
    }

    private static void requireShape(Operation transfer) {
        Event event = transfer.invocation();
        Map<?, ?> value = Shapes.map(event, TRANSFER);
        Shapes.whole(event, Shapes.field(value, "amount"), TRANSFER);
        if (Shapes.field(value, "from") == null || Shapes.field(value, "to") == null) {
            throw Shapes.malformed(event, TRANSFER);
        }
    }
}
