package dev.faultline.targets.runner;

import dev.faultline.harness.node.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A node's storage in a directory. Unsynced writes are kept in memory, which is the write cache that a power failure empties;
 * {@link #sync} writes them to a journal and waits for the disk.
 */
final class FileStorage implements Storage, Closeable {
    private static final int FEWEST_TO_COMPACT = 1_000;
    private static final int COMPACT_AT = 4;

    private final Journal journal;
    private final RecordCodec codec;
    private final Runnable effect;
    private final ArrayList<Record> log = new ArrayList<>();
    private final List<Record> logView = Collections.unmodifiableList(log);
    private final Map<String, Record> cells = new TreeMap<>();
    private final List<byte[]> unsynced = new ArrayList<>();
    private int entries;

    /**
     * Opens the storage that a predecessor left, or a new one.
     *
     * @param effect called before every write and sync: the node may die there
     */
    FileStorage(Path directory, RecordCodec codec, Runnable effect) throws IOException {
        this.codec = codec;
        this.effect = effect;
        Files.createDirectories(directory);
        Journal.Opened opened = Journal.open(directory.resolve("journal"));
        journal = opened.journal();
        opened.entries().forEach(this::replay);
        entries = opened.entries().size();
    }

    @Override
    public void append(Record entry) {
        write("append", entry.getClass().getName(), codec.write(entry), () -> log.add(entry));
    }

    @Override
    public void truncate(int size) {
        write("truncate", Integer.toString(size), "", () -> log.subList(size, log.size())
                .clear());
    }

    @Override
    public void dropFirst(int count) {
        write("drop", Integer.toString(count), "", () -> log.subList(0, count).clear());
    }

    @Override
    public void put(String cell, Record value) {
        write("put " + cell, value.getClass().getName(), codec.write(value), () -> cells.put(cell, value));
    }

    private void write(String operation, String argument, String json, Runnable change) {
        effect.run();
        change.run();
        unsynced.add(entry(operation, argument, json));
    }

    private static byte[] entry(String operation, String argument, String json) {
        return (operation + "\n" + argument + "\n" + json).getBytes(StandardCharsets.UTF_8);
    }

    private void replay(byte[] entry) {
        String[] parts = new String(entry, StandardCharsets.UTF_8).split("\n", 3);
        String argument = parts[1];
        if (parts[0].startsWith("put ")) {
            cells.put(parts[0].substring("put ".length()), codec.read(argument, parts[2]));
            return;
        }
        switch (parts[0]) {
            case "append" -> log.add(codec.read(argument, parts[2]));
            case "truncate" ->
                log.subList(Integer.parseInt(argument), log.size()).clear();
            case "drop" -> log.subList(0, Integer.parseInt(argument)).clear();
            default ->
                throw new IllegalStateException("The journal has an entry of the kind '" + parts[0]
                        + "', which this program does not know. Nothing was recovered. Use the program that wrote it.");
        }
    }

    @Override
    public void sync() {
        effect.run();
        persist(unsynced);
        unsynced.clear();
        if (entries > FEWEST_TO_COMPACT && entries > COMPACT_AT * (log.size() + cells.size())) {
            compact();
        }
    }

    private void persist(List<byte[]> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            journal.append(writes);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        entries += writes.size();
    }

    private void compact() {
        List<byte[]> live = new ArrayList<>();
        log.forEach(record -> live.add(entry("append", record.getClass().getName(), codec.write(record))));
        cells.forEach((cell, record) ->
                live.add(entry("put " + cell, record.getClass().getName(), codec.write(record))));
        try {
            journal.replace(live);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        entries = live.size();
    }

    /**
     * What a power failure does to the write cache: the oldest unsynced writes reach the disk, and the one after them in part. Nothing
     * may be written afterwards.
     *
     * @param kept the share of the unsynced writes that survive, 0 to 1
     */
    void loseCache(double kept) {
        int survivors = (int) (unsynced.size() * kept);
        persist(unsynced.subList(0, survivors));
        if (kept > 0 && survivors < unsynced.size()) {
            try {
                journal.tear(unsynced.get(survivors));
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }

    @Override
    public List<Record> log() {
        return logView;
    }

    @Override
    public Optional<Record> get(String cell) {
        return Optional.ofNullable(cells.get(cell));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
