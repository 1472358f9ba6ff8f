package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageLogTest {
    @TempDir
    private Path directory;

    private MessageLog log;

    @BeforeEach
    void open() throws IOException {
        log = new MessageLog(directory, () -> 5);
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private static Packet packet(String type) {
        return new Packet("n1", "n2", Packet.body(type));
    }

    private Path trace() {
        return directory.resolve("trace.jsonl");
    }

    @Test
    void whatHappensIsWrittenAtOnceAsReportsReadIt() {
        log.started("n1");
        long number = log.sent(packet("gossip"));
        log.delivered(packet("gossip"), number);
        log.fault("pause", List.of("n2"));
        log.happened("pause", "n2");

        assertThat(trace()).hasContent("""
                        {"step":0,"time":5,"kind":"start","node":"n1"}
                        {"step":1,"time":5,"kind":"send","node":"n1","peer":"n2","message":1,"what":{"type":"gossip"}}
                        {"step":2,"time":5,"kind":"deliver","node":"n2","peer":"n1","message":1,"what":{"type":"gossip"}}
                        {"step":2,"time":5,"kind":"fault","what":["pause",["n2"]]}
                        {"step":2,"time":5,"kind":"pause","node":"n2"}
                        """);
        assertThat(log.steps()).isEqualTo(2);
        assertThat(log.counts().bySender()).containsOnlyKeys(NodeId.node(1));
        assertThat(log.counts().byReceiver()).containsOnlyKeys(NodeId.node(2));
    }

    @Test
    void aTraceThatGetsTooLongToBeReadEnds() throws IOException {
        String megabyte = "x".repeat(1 << 20);
        for (int number = 0; number < 40; number++) {
            log.sent(new Packet("n1", "n2", Packet.body("gossip").put("text", megabyte)));
        }
        assertThat(Files.size(trace())).isBetween(32L << 20, 34L << 20);
        assertThat(log.counts().total()).as("all are counted").isEqualTo(40);
    }

    @Test
    void aProgramThatMakesUpTypesDoesNotFillTheReport() {
        for (int number = 0; number < 1000; number++) {
            log.sent(packet("type " + number));
        }
        assertThat(log.counts().byType()).hasSizeLessThan(60).containsKey("(others)");
        assertThat(log.counts().total()).isEqualTo(1000);
    }
}
