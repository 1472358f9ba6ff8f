package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTemplateTest {

    @Test
    void carriesOptionsAlongReadyForAShell() {
        assertThat(ReplayTemplate.of(List.of("--class-path", "my classes:lib.jar")))
                .endsWith(" replay --claim '{claim}' --seed {seed} --keep '{keep}' --class-path 'my classes:lib.jar'");
    }

    @Test
    void plainWordsNeedNoQuotes() {
        assertThat(ReplayTemplate.quoted("target/faultline.jar")).isEqualTo("target/faultline.jar");
    }

    @Test
    void quotesAreQuotedToo() {
        assertThat(ReplayTemplate.quoted("it's")).isEqualTo("'it'\\''s'");
    }
}
