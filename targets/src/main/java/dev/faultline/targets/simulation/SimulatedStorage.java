package dev.faultline.targets.simulation;

import dev.faultline.harness.node.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A disk with a write cache: what was not synced is lost in a crash, or its oldest part survives. */
final class SimulatedStorage implements Storage {
    private interface Write {
        void to(Image image);
    }

    /** The content of the disk, or of the disk as the node sees it. */
    private static final class Image {
        private final ArrayList<Record> log = new ArrayList<>();
        private final Map<String, Record> cells = new TreeMap<>();

        void truncate(int size) {
            log.subList(size, log.size()).clear();
        }

        void become(Image other) {
            log.clear();
            log.addAll(other.log);
            cells.clear();
            cells.putAll(other.cells);
        }
    }

    private final Image durable = new Image();
    private final Image seen = new Image();
    private final List<Record> logView = Collections.unmodifiableList(seen.log);
    private final ArrayList<Write> unsynced = new ArrayList<>();
    private final Runnable effect;

    /** @param effect called before every write and sync: the node may be killed there */
    SimulatedStorage(Runnable effect) {
        this.effect = effect;
    }

    @Override
    public void append(Record entry) {
        write(image -> image.log.add(entry));
    }

    @Override
    public void truncate(int size) {
        write(image -> image.truncate(size));
    }

    @Override
    public void dropFirst(int count) {
        write(image -> image.log.subList(0, count).clear());
    }

    @Override
    public void put(String cell, Record value) {
        write(image -> image.cells.put(cell, value));
    }

    @Override
    public void sync() {
        effect.run();
        persist(unsynced.size());
    }

    @Override
    public List<Record> log() {
        return logView;
    }

    @Override
    public Optional<Record> get(String cell) {
        return Optional.ofNullable(seen.cells.get(cell));
    }

    /** @param kept the share of the unsynced writes that survives, oldest first */
    void crash(double kept) {
        persist((int) (unsynced.size() * kept));
        unsynced.clear();
        seen.become(durable);
    }

    private void write(Write write) {
        effect.run();
        write.to(seen);
        unsynced.add(write);
    }

    private void persist(int writes) {
        List<Write> oldest = unsynced.subList(0, writes);
        oldest.forEach(write -> write.to(durable));
        oldest.clear();
    }
}
