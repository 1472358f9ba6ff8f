package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Keyword;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 1000, 4711})
    void nobodyKnowsWhetherItTookEffectAfterAnIndefiniteError(int code) {
        assertThat(ErrorCode.isDefinite(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 12, 14, 20, 21, 22, 30, 999})
    void aDefiniteErrorSaysThatItDidNot(int code) {
        assertThat(ErrorCode.isDefinite(code)).isTrue();
    }

    @Test
    void theHistoryHasMaelstromsNames() {
        assertThat(ErrorCode.event(22, "is 3")).isEqualTo(List.of(new Keyword("precondition-failed"), "is 3"));
        assertThat(ErrorCode.event(30, "")).isEqualTo(List.of(new Keyword("txn-conflict")));
        assertThat(ErrorCode.event(1234, "mine")).isEqualTo(List.of(new Keyword("error-1234"), "mine"));
    }
}
