package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of a register, and what read, write and compare-and-set do to it.
 *
 * @param value what it holds, {@code null} before the first write
 */
record Register(Object value) {
    static final Register NIL = new Register(null);

    private static final List<String> MISMATCHES = List.of("did-not-succeed", "precondition-failed");

    Optional<Register> read(Object answer) {
        return Objects.equals(value, answer) ? Optional.of(this) : Optional.empty();
    }

    Optional<Register> compareAndSet(Operation operation, List<?> oldAndNew) {
        boolean matches = Objects.equals(value, oldAndNew.get(0));
        if (operation.isOk() || operation.isPending()) {
            return matches ? Optional.of(new Register(oldAndNew.get(1))) : Optional.empty();
        }
        return matches ? Optional.empty() : Optional.of(this);
    }

    /**
     * Whether a failed operation is a comparison that was answered "no", which tells something about the state. One
     * that failed for another reason, such as a refused connection, tells nothing.
     */
    static boolean isAnsweredComparison(Operation operation, Object answer) {
        return operation.f().equals("cas")
                && answer instanceof List<?>
                && isMismatch(operation.completion().error());
    }

    private static boolean isMismatch(Object error) {
        Object reason = error instanceof List<?> list && !list.isEmpty() ? list.get(0) : error;
        return reason == null || (reason instanceof Keyword keyword && MISMATCHES.contains(keyword.name()));
    }

    @Override
    public String toString() {
        return ModelMismatch.say(value);
    }
}
