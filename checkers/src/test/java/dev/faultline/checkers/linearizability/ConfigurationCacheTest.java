package dev.faultline.checkers.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Script;
import dev.faultline.checkers.model.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationCacheTest {
    private final ConfigurationCache cache = new ConfigurationCache();
    private final LinearizedSet linearized = new LinearizedSet(calls());

    @Test
    void statesWithOneHashCodeAreDifferentConfigurations() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(cache.add(linearized, "Aa")).isTrue();
        assertThat(cache.add(linearized, "BB")).isTrue();
        assertThat(cache.add(linearized, "Aa")).isFalse();
    }

    @Test
    void everyPrefixIsKnownAgainAfterTheCacheGrew() {
        for (int call = 0; call < 200; call++) {
            linearized.add(call);
            assertThat(cache.add(linearized, "state")).isTrue();
        }
        assertThat(cache.size()).isEqualTo(200);
        for (int call = 199; call >= 0; call--) {
            assertThat(cache.add(linearized, "state")).isFalse();
            linearized.remove(call);
        }
        assertThat(linearized.hash()).isZero();
    }

    /** 200 writes, of which every third one is pending. */
    private static List<Call> calls() {
        Script script = new Script();
        for (int process = 0; process < 200; process++) {
            script.invoke(process, "write", 1L);
            if (process % 3 != 0) {
                script.ok(process, "write", 1L);
            }
        }
        History history = script.history();
        return Call.of(Models.register(), history);
    }
}
