package dev.faultline.checkers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "register",
                "cas-register",
                "kv",
                "kv-string",
                "mutex",
                "fifo-queue",
                "stack",
                "priority-queue",
                "set",
                "counter",
                "bag"
            })
    void everyModelIsFoundByItsName(String name) {
        assertThat(Models.byName(name).name()).isEqualTo(name);
    }

    @Test
    void unknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> Models.byName("heap"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no model named \"heap\", so the history cannot be judged. Use one of: register,"
                        + " cas-register, kv, kv-string, mutex, fifo-queue, stack, priority-queue, set, counter, bag.");
    }

    @Test
    void keysAreIndependentObjects() {
        History history = new Script()
                .invoke(0, "write", List.of("a", 1L))
                .invoke(1, "write", List.of("b", 1L))
                .nemesis("crash", List.of("n1"))
                .ok(0, "write", List.of("a", 1L))
                .invoke(2, "write", List.of("a", 2L))
                .history();
        assertThat(Models.keyValue().partition(history))
                .extracting(part -> part.operations().size())
                .containsExactly(2, 1);
    }

    @Test
    void setThatIsReadIsOneObject() {
        Script script = new Script().invoke(0, "add", 1L).invoke(1, "add", 2L);
        assertThat(Models.set().partition(script.history())).hasSize(2);
        assertThat(Models.set().partition(script.invoke(2, "read", null).history()))
                .hasSize(1);
    }
}
