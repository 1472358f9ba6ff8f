package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void jsonBecomesWhatHistoriesHold() {
        assertThat(Values.of(Json.tree("{'a': [1, 2.5, true, null, 'text'], 'b': {}}")))
                .isEqualTo(Map.of("a", Arrays.asList(1L, 2.5, true, null, "text"), "b", Map.of()));
    }

    @Test
    void noDigitOfALongIdIsLost() {
        Object one = Values.of(Json.tree("340282366920938463463374607431768211456"));
        Object other = Values.of(Json.tree("680564733841876926926749214863536422912"));

        assertThat(one).isEqualTo("340282366920938463463374607431768211456").isNotEqualTo(other);
    }

    @Test
    void valuesBecomeJsonAgain() {
        assertThat(Values.json(List.of(Arrays.asList("r", 1L, null)))).hasToString("[[\"r\",1,null]]");
    }
}
