package dev.faultline.targets.stdio;

import dev.faultline.targets.live.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;

/**
 * One boot of a program. Threads of its own write its input and read its output, so that a program that does not read holds up
 * nobody, and one that prints too much only itself. Its standard error is its log.
 */
final class ProgramProcess {
    /** How many messages may wait for a program to read them. */
    static final int MOST_UNREAD = 100_000;
    /** How many lines of a program may wait for the loop. */
    private static final int MOST_UNHEARD = 1_000;

    private static final int LONGEST_LINE = 16 << 20;

    private final ChildProcess child;
    private final Process process;
    private final LinkedBlockingDeque<Optional<String>> unread = new LinkedBlockingDeque<>(MOST_UNREAD);
    private final Semaphore unheard = new Semaphore(MOST_UNHEARD);
    private Thread reader;

    /** Hears of a program, in a thread of its own. */
    interface Listener {

        /** It has printed a line. It may print more when {@code heard} has been called. */
        void printed(String line, Runnable heard);

        /** It prints nothing any more. */
        void ended(ProgramProcess program);
    }

    private ProgramProcess(ChildProcess child) {
        this.child = child;
        this.process = child.process();
    }

    /** @throws ProgramUnusable when there is no such program */
    static ProgramProcess start(List<String> command, Path log, Listener listener) {
        ProgramProcess program = new ProgramProcess(child(command, log));
        program.reader = thread("faultline-stdout-" + program.process.pid(), () -> program.read(listener));
        thread("faultline-stdin-" + program.process.pid(), program::write);
        return program;
    }

    private static ChildProcess child(List<String> command, Path log) {
        try {
            return ChildProcess.start(new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())));
        } catch (IOException cause) {
            throw new ProgramUnusable("The program '" + command.get(0) + "' cannot be started: " + reason(cause)
                    + ". Without it there are no nodes, so nothing was judged. Give after -- a program on the PATH, or its"
                    + " path, such as ./" + Path.of(command.get(0)).getFileName() + ".");
        }
    }

    private static String reason(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("error=2,") ? "there is no such file" : message;
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void read(Listener listener) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = line(out); line != null; line = line(out)) {
                unheard.acquire();
                listener.printed(line, unheard::release);
            }
        } catch (IOException | InterruptedException killed) {
            // As good as the end of its output.
        }
        while (!unread.offerLast(Optional.empty())) {
            unread.pollFirst();
        }
        listener.ended(this);
    }

    /** A line without its end, {@code null} at the end of the output; of an endless one, the beginning. */
    private static String line(BufferedReader out) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = out.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = line.length() < LONGEST_LINE ? out.read() : '\n';
        }
        return line.toString();
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

    /** Lets the program read a line; answers whether there was room for it. */
    boolean send(String line) {
        return unread.offerLast(Optional.of(line));
    }

    /** How it ended, or that it still runs although it prints nothing any more. */
    String end() {
        return process.isAlive() ? "closed its output" : "ended with exit code " + process.exitValue();
    }

    /** Kills it and what it has started, like {@code kill -9}, and waits until it is gone. */
    void kill() {
        reader.interrupt();
        child.kill();
    }

    /** Sends {@code STOP} or {@code CONT} to it and to what it has started, and waits until it is sent. */
    void signal(String name) {
        child.signal(name);
    }
}
