package dev.faultline.targets.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest {
    private static final RecordCodec CODEC =
            new RecordCodec(WireFormat.of(List.of()), FileStorageTest.class.getClassLoader());

    @TempDir
    private Path directory;

    record Item(long number, NodeId node, List<Long> more, Optional<String> text) {
        static Item of(long number) {
            return new Item(number, NodeId.node(1), List.of(number, 2L), Optional.of("a\n\"ä"));
        }
    }

    /** What a disk should hold. */
    private record Model(List<Record> log, Map<String, Record> cells) {
        static Model of(FileStorage storage) {
            Map<String, Record> cells = new TreeMap<>();
            List.of("a", "b").forEach(cell -> storage.get(cell).ifPresent(value -> cells.put(cell, value)));
            return new Model(new ArrayList<>(storage.log()), cells);
        }
    }

    private FileStorage open() throws IOException {
        return new FileStorage(directory, CODEC, () -> {});
    }

    @Test
    void whatWasSyncedIsThereAgainAndTheRestIsNot() throws IOException {
        try (FileStorage storage = open()) {
            storage.append(Item.of(1));
            storage.put("a", Item.of(2));
            storage.sync();
            storage.append(Item.of(3));
            assertThat(storage.log()).containsExactly(Item.of(1), Item.of(3));
        }
        try (FileStorage storage = open()) {
            assertThat(storage.log()).containsExactly(Item.of(1));
            assertThat(storage.get("a")).contains(Item.of(2));
            assertThat(storage.get("b")).isEmpty();
        }
    }

    @Test
    void aPowerFailureKeepsTheOldestWritesAndTearsTheNext() throws IOException {
        try (FileStorage storage = open()) {
            for (int i = 0; i < 10; i++) {
                storage.append(Item.of(i));
            }
            storage.loseCache(0.35);
        }
        try (FileStorage storage = open()) {
            assertThat(storage.log()).containsExactly(Item.of(0), Item.of(1), Item.of(2));
            storage.append(Item.of(7));
            storage.sync();
        }
        try (FileStorage storage = open()) {
            assertThat(storage.log()).containsExactly(Item.of(0), Item.of(1), Item.of(2), Item.of(7));
        }
    }

    @Test
    void aFileThatWasCutAnywhereHoldsTheWholeEntriesBeforeTheCut() throws IOException {
        List<Long> ends = new ArrayList<>();
        Path journal = directory.resolve("journal");
        try (FileStorage storage = open()) {
            for (int i = 0; i < 5; i++) {
                storage.append(Item.of(i));
                storage.sync();
                ends.add(Files.size(journal));
            }
        }
        byte[] whole = Files.readAllBytes(journal);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));
            int cut = length;
            try (FileStorage storage = open()) {
                assertThat(storage.log())
                        .hasSize((int) ends.stream().filter(end -> end <= cut).count());
            }
        }
    }

    @Test
    void aChangedByteEndsTheFileThere() throws IOException {
        Path journal = directory.resolve("journal");
        try (FileStorage storage = open()) {
            storage.append(Item.of(1));
            storage.append(Item.of(2));
            storage.sync();
        }
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length - 3] ^= 1;
        Files.write(journal, bytes);
        try (FileStorage storage = open()) {
            assertThat(storage.log()).containsExactly(Item.of(1));
        }
    }

    @Test
    void anythingThatHappensLeavesWhatTheModelSays() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Path before = directory;
            directory = before.resolve("run" + seed);
            survives(new Random(seed));
            directory = before;
        }
    }

    private void survives(Random random) throws IOException {
        FileStorage storage = open();
        Model durable = Model.of(storage);
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> storage.append(Item.of(step));
                case 3, 4 -> storage.put(random.nextBoolean() ? "a" : "b", Item.of(step));
                case 5 -> storage.truncate(random.nextInt(storage.log().size() + 1));
                case 6 -> storage.dropFirst(random.nextInt(storage.log().size() + 1));
                case 7, 8, 9 -> {
                    storage.sync();
                    durable = Model.of(storage);
                }
                case 10 -> {
                    storage.loseCache(0);
                    storage.close();
                    storage = open();
                    assertThat(Model.of(storage)).isEqualTo(durable);
                }
                default -> {
                    storage.loseCache(1);
                    durable = Model.of(storage);
                    storage.close();
                    storage = open();
                    assertThat(Model.of(storage)).isEqualTo(durable);
                }
            }
        }
        storage.close();
    }

    @Test
    void aLongJournalIsMadeShort() throws IOException {
        try (FileStorage storage = open()) {
            for (int i = 0; i < 3_000; i++) {
                storage.put("a", Item.of(i));
                storage.sync();
            }
            assertThat(Files.size(directory.resolve("journal"))).isLessThan(300_000);
        }
        try (FileStorage storage = open()) {
            assertThat(storage.get("a")).contains(Item.of(2_999));
        }
    }
}
