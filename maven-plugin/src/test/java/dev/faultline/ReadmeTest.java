package dev.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what the sample projects compile and run. */
class ReadmeTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @Test
    void specOfTheReadmeIsTheOneOfTheSampleProject() throws IOException {
        String readme = Files.readString(MODULE.resolveSibling("README.md"));
        String spec = Files.readString(MODULE.resolve("src/it/holds/src/test/java/sample/TurnstileSpec.java"));

        assertThat(readme).contains("```java\n" + spec + "```");
    }

    @Test
    void foreignSystemOfTheReadmeIsThatOfTheSampleProject() throws IOException {
        String readme = Files.readString(MODULE.resolveSibling("README.md"));
        String spec = Files.readString(MODULE.resolve("src/it/own-server/src/test/java/sample/StoreSpec.java"));

        String example = readme.split("### A program as it is", 2)[1]
                .split("```java\n", 2)[1]
                .split("```", 2)[0];
        assertThat(example.split("\n\n")).hasSize(3).allMatch(method -> spec.contains(method.strip()));
    }
}
