package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Operation;
import java.io.IOException;
import java.util.List;

/** Writes transactions on registers in text, in the order of their invocations: {@link Format#PLUME}. */
final class PlumeWriter {
    private final Appendable out;

    private PlumeWriter(Appendable out) {
        this.out = out;
    }

    static void write(List<Event> faults, List<Operation> operations, Appendable out) throws IOException {
        if (!faults.isEmpty()) {
            throw refused(faults.get(0), "it is of the nemesis");
        }
        PlumeWriter writer = new PlumeWriter(out);
        int transaction = 0;
        for (Operation operation : operations) {
            writer.transaction(operation, transaction++);
        }
    }

    private void transaction(Operation operation, int number) throws IOException {
        Event event = operation.invocation();
        if (!operation.isOk() || !operation.f().equals("txn")) {
            throw refused(event, "it does not begin a transaction that commits");
        }
        if (!(operation.output() instanceof List<?> steps) || steps.isEmpty()) {
            throw refused(event, "its transaction is no list of operations");
        }
        for (Object step : steps) {
            step(event, step, number);
        }
    }

    private void step(Event event, Object step, int number) throws IOException {
        if (!(step instanceof List<?> parts) || parts.size() != 3 || !(parts.get(1) instanceof Long key)) {
            throw refused(event, step + " is not an operation such as [:w 1 2]");
        }
        Object value = parts.get(2);
        boolean isRead = parts.get(0).equals(PlumeReader.READ);
        if (!isRead && !parts.get(0).equals(PlumeReader.WRITE)) {
            throw refused(event, step + " neither reads nor writes a register");
        }
        boolean isNumber = value instanceof Long number1 && !(isRead && number1 == 0);
        if (!isNumber && !(isRead && value == null)) {
            throw refused(
                    event, step + " has a value that is no whole number, or reads 0, which means the initial value");
        }
        out.append(isRead ? "r(" : "w(").append(String.valueOf(key)).append(',');
        out.append(value == null ? "0" : value.toString()).append(',');
        out.append(String.valueOf(event.process()))
                .append(',')
                .append(String.valueOf(number))
                .append(")\n");
    }

    private static RuntimeException refused(Event event, String reason) {
        return Unwritable.in(Format.PLUME, event, reason);
    }
}
