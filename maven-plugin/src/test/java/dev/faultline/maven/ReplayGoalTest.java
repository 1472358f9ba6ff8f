package dev.faultline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class ReplayGoalTest {

    @Test
    void isShortWhereTheBuildWasStarted() {
        assertThat(new ReplayGoal("chaos:replay", null).template())
                .isEqualTo("mvn chaos:replay '-Dchaos.claim={claim}' -Dchaos.seed={seed} '-Dchaos.keep={keep}'");
    }

    @Test
    void namesThePomOfAnotherModule() {
        assertThat(new ReplayGoal("chaos:replay", new File("my module/pom.xml")).template())
                .startsWith("mvn -f 'my module/pom.xml' chaos:replay ");
    }
}
