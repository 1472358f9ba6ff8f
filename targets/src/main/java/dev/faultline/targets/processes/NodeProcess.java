package dev.faultline.targets.processes;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.faultline.targets.live.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process for one boot of a node. Its standard input is held open; when this JVM is gone, that ends it. */
final class NodeProcess {
    private static final long READY_SECONDS = 60;

    private final ChildProcess child;
    private final Process process;
    private final CompletableFuture<Path> log = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private NodeProcess(ChildProcess child) {
        this.child = child;
        this.process = child.process();
    }

    /** Starts a process that waits for what it shall be. */
    static NodeProcess start(List<String> command) throws IOException {
        NodeProcess process =
                new NodeProcess(ChildProcess.start(new ProcessBuilder(command).redirectErrorStream(true)));
        Thread reader = new Thread(process::read, "faultline-stdout-" + process.process.pid());
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    /** Everything it says goes to its log. */
    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            try (Writer out = Files.newBufferedWriter(log.join(), CREATE, APPEND)) {
                for (; line != null; line = lines.readLine()) {
                    out.write(line + "\n");
                    out.flush();
                    if (line.startsWith("ready ")) {
                        ready.complete(true);
                    }
                }
            }
        } catch (IOException ended) {
            // The process was killed, and whoever waits is told below.
        } finally {
            ready.complete(false);
        }
    }

    /**
     * Makes it a node, and waits until that listens.
     *
     * @param launch the file that tells it what it is
     * @param to where it logs
     * @throws IOException when it ends before it listens
     */
    void become(Path launch, Path to) throws IOException {
        log.complete(to);
        OutputStream orders = process.getOutputStream();
        orders.write((launch + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        try {
            if (!ready.get(READY_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("A node ended before it listened, with exit code " + process.waitFor()
                        + ". Its log says why: " + to);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException late) {
            kill();
            throw new IOException(
                    "A node did not listen within " + READY_SECONDS + " s. Its log may say why: " + to, late);
        }
    }

    /** Kills like {@code kill -9}, and waits until it is gone. */
    void kill() {
        log.complete(Path.of("/dev/null"));
        child.kill();
    }

    /** Sends a signal such as {@code STOP}, and waits until it is sent. */
    void signal(String name) {
        child.signal(name);
    }
}
