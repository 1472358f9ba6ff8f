package dev.faultline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForkedCommandTest {

    @Test
    void argumentsKeepTheirSpacesBackslashesAndQuotes() {
        assertThat(ForkedCommand.quoted("C:\\my classes\\\"x\"")).isEqualTo("\"C:\\\\my classes\\\\\\\"x\\\"\"");
    }
}
