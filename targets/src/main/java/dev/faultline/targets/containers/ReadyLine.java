package dev.faultline.targets.containers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Waits for a node to say in its log that it listens. */
final class ReadyLine {
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 10;

    private final Path log;
    private final long from;

    private ReadyLine(Path log, long from) {
        this.log = log;
        this.from = from;
    }

    /** Whatever the log holds by now was said by an earlier boot. */
    static ReadyLine after(Path log) throws IOException {
        return new ReadyLine(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /** @throws IOException when the node does not say so in time, with what it said instead */
    void await() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            if (said().lines().anyMatch(line -> line.startsWith("ready "))) {
                return;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }
        throw new IOException("A node did not listen within " + PATIENCE_SECONDS + " s. Its log may say why: " + log);
    }

    private String said() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int start = (int) Math.min(from, all.length);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    }
}
