package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest {
    @TempDir
    private Path directory;

    @Test
    void aShellReadsACommandAsItWasGiven() throws IOException {
        List<String> words = List.of("plain", "two words", "it's", "$HOME", "a;b", "*", "", "--x=1,2", "ü", "\\n", "~");
        List<String> command = new ArrayList<>(List.of("printf", "%s|"));
        command.addAll(words);

        Process shell = new ProcessBuilder("sh", "-c", Words.command(command)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join("|", words) + "|");
    }

    @Test
    void wordsThatNeedNoQuotesHaveNone() {
        assertThat(Words.command(List.of("java", "-jar", "target/a.jar", "--fault", "partition,loss")))
                .isEqualTo("java -jar target/a.jar --fault partition,loss");
    }

    @Test
    void theLastLinesOfALogAreQuoted() throws IOException {
        Path log = Files.writeString(directory.resolve("n1.log"), "one\n".repeat(500) + "two\n  three\nfour\n\n");

        assertThat(Words.lastOf(log)).isEqualTo("Its log ends with 'two / three / four'.");
    }

    @Test
    void anEmptyLogSaysNothing() throws IOException {
        assertThat(Words.lastOf(Files.createFile(directory.resolve("n1.log")))).isEqualTo("It logged nothing.");
        assertThat(Words.lastOf(directory.resolve("missing"))).isEqualTo("It logged nothing.");
    }

    @Test
    void aRunIsNamedAfterTheProgramItsArgumentsAndTheFaults() throws IOException {
        String script = Files.createFile(directory.resolve("my gossip.py")).toString();

        assertThat(RunName.of(List.of("python3", script, "retry"), List.of())).isEqualTo("my_gossip.py-retry");
        assertThat(RunName.of(List.of("python3", script), List.of("loss", "pause")))
                .isEqualTo("my_gossip.py-under-loss-pause");
        assertThat(RunName.of(List.of("java", "-cp", "target/classes", "a.Main"), List.of()))
                .isEqualTo("java--cp-classes-a.Main");
        assertThat(RunName.of(List.of(".."), List.of())).isEqualTo("_");
        assertThat(RunName.of(List.of("x".repeat(200)), List.of())).hasSize(80);
    }
}
