package dev.faultline.targets.processes;

import dev.faultline.targets.live.Watchdog;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One boot of a node: a process. Its standard input is held open; when this JVM is gone, that ends it. */
final class NodeProcess {
    private static final long READY_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private NodeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static NodeProcess start(List<String> command, Path log) throws IOException {
        File file = log.toFile();
        Process started = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(file))
                .start();
        Watchdog.shared().register(started.pid());
        NodeProcess process = new NodeProcess(started, log);
        Thread reader = new Thread(process::read, "faultline-stdout-" + started.pid());
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("ready ")) {
                    ready.complete(true);
                }
            }
        } catch (IOException ended) {
            // The process was killed, and whoever waits is told below.
        } finally {
            ready.complete(false);
        }
    }

    /** @throws IOException when it ends before it listens */
    void awaitReady() throws IOException {
        try {
            if (!ready.get(READY_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("A node ended before it listened, with exit code " + process.waitFor()
                        + ". Its log says why: " + log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException late) {
            kill();
            throw new IOException(
                    "A node did not listen within " + READY_SECONDS + " s. Its log may say why: " + log, late);
        }
    }

    /** Kills like {@code kill -9}, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Watchdog.shared().unregister(process.pid());
    }

    /** Sends a signal such as {@code STOP}, and waits until it is sent. */
    void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException cause) {
            throw new IllegalStateException(
                    "There is no program 'kill' on the PATH, so no node can be paused. Run on a POSIX system, or leave"
                            + " pauses out.",
                    cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
