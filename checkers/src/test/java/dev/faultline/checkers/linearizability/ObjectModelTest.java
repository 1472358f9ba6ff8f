package dev.faultline.checkers.linearizability;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import dev.faultline.checkers.model.Model;
import dev.faultline.checkers.model.Models;
import dev.faultline.checkers.model.ObjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plain classes as specifications. */
class ObjectModelTest {

    /** A class that knows nothing of histories. */
    public static final class Account {
        private final List<Integer> entries;

        public Account() {
            this(List.of());
        }

        private Account(List<Integer> entries) {
            this.entries = new ArrayList<>(entries);
        }

        public void deposit(int amount) {
            entries.add(amount);
        }

        public boolean withdraw(int amount) {
            return balance() >= amount && entries.add(-amount);
        }

        public int balance() {
            return entries.stream().mapToInt(Integer::intValue).sum();
        }

        public Optional<Integer> last() {
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
        }

        public void move(int from, int to) {
            if (from > to) {
                throw new IllegalStateException();
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Account account && entries.equals(account.entries);
        }

        @Override
        public int hashCode() {
            return Objects.hash(entries);
        }
    }

    private static final Model<Account> ACCOUNT = ObjectModel.of(
                    "account", Account::new, account -> new Account(account.entries))
            .reading("balance", "last");

    private static Verdict verdict(Model<?> model, Script script) {
        return Linearizability.of(model)
                .check(script.history(), Budget.standard())
                .verdict();
    }

    @Test
    void methodsAreOperations() {
        Script script = new Script()
                .invoke(0, "deposit", 5L)
                .invoke(1, "withdraw", 3L)
                .ok(1, "withdraw", true)
                .ok(0, "deposit", 5L)
                .invoke(0, "balance", null)
                .ok(0, "balance", 2L)
                .invoke(0, "last", null)
                .ok(0, "last", -3L);
        assertThat(verdict(ACCOUNT, script)).isEqualTo(Verdict.VALID);
        script.invoke(0, "withdraw", 9L).ok(0, "withdraw", true);
        assertThat(verdict(ACCOUNT, script)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void emptyOptionalIsNilAndListsSpreadOverParameters() {
        Script script = new Script()
                .invoke(0, "last", null)
                .ok(0, "last", null)
                .invoke(0, "move", tuple(1L, 2L))
                .ok(0, "move", null);
        assertThat(verdict(ACCOUNT, script)).isEqualTo(Verdict.VALID);
    }

    @Test
    void methodThatThrowsCannotBeNext() {
        Script script = new Script().invoke(0, "move", tuple(2L, 1L)).ok(0, "move", null);
        assertThat(verdict(ACCOUNT, script)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void operationWithoutAMethodIsRefused() {
        Script script = new Script().invoke(0, "close", null).ok(0, "close", null);
        assertThatThrownBy(() -> verdict(ACCOUNT, script))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining("has no public method close", "balance with 0 parameters");
    }

    /** A stack of the Java platform agrees with the kit's own queue where both mean the same. */
    @Test
    void queueOfThePlatformAgreesWithTheKitsOwn() {
        Model<Line> line = ObjectModel.of("line", Line::new, Line::new);
        for (long seed = 0; seed < 500; seed++) {
            History history = Unambiguous.of(Machines.QUEUE, seed, 10);
            assertThat(Linearizability.of(line).decide(history, Budget.standard()))
                    .as("seed %s", seed)
                    .isEqualTo(Linearizability.of(Models.fifoQueue()).decide(history, Budget.standard()));
        }
    }

    /** A queue by the platform's list. */
    public static final class Line {
        private final List<Object> items = new ArrayList<>();

        public Line() {}

        private Line(Line other) {
            items.addAll(other.items);
        }

        public void enqueue(Object item) {
            items.add(item);
        }

        public Object dequeue() {
            return items.isEmpty() ? null : items.remove(0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Line line && items.equals(line.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }
}
