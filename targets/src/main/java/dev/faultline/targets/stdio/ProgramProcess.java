package dev.faultline.targets.stdio;

import dev.faultline.targets.live.Watchdog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;

/**
 * One boot of a program. Threads of its own write its input and read its output, so that a program that does not read holds up
 * nobody; what it does not read in time is lost, oldest first. Its standard error is its log.
 */
final class ProgramProcess {
    private static final int MOST_UNREAD = 10_000;

    private final Process process;
    private final LinkedBlockingDeque<Optional<String>> unread = new LinkedBlockingDeque<>(MOST_UNREAD);

    private ProgramProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param lines hears every line that it prints, in a thread of its own
     * @param ended hears that it has ended, in that thread
     * @throws IOException when there is no such program
     */
    static ProgramProcess start(List<String> command, Path log, Consumer<String> lines, Consumer<ProgramProcess> ended)
            throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .start();
        Watchdog.shared().register(process.pid());
        ProgramProcess program = new ProgramProcess(process);
        thread("faultline-stdout-" + process.pid(), () -> program.read(lines, ended));
        thread("faultline-stdin-" + process.pid(), program::write);
        return program;
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Consumer<String> lines, Consumer<ProgramProcess> ended) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.accept(line);
            }
        } catch (IOException killed) {
            // As good as the end of its output.
        }
        send(Optional.empty());
        ended.accept(this);
    }

    private void write() {
        try (OutputStream in = process.getOutputStream()) {
            for (var next = unread.takeFirst(); next.isPresent(); next = unread.takeFirst()) {
                in.write((next.get() + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            }
        } catch (IOException killed) {
            unread.clear();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the program read a line. */
    void send(String line) {
        send(Optional.of(line));
    }

    private void send(Optional<String> line) {
        while (!unread.offerLast(line)) {
            unread.pollFirst();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** How it ended, or that it still runs although it prints nothing any more. */
    String end() {
        return process.isAlive() ? "closed its output" : "ended with exit code " + process.exitValue();
    }

    /** Kills it and what it has started, like {@code kill -9}, and waits until it is gone. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Watchdog.shared().unregister(process.pid());
    }

    /** Sends {@code STOP} or {@code CONT}, and waits until it is sent. */
    void signal(String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
