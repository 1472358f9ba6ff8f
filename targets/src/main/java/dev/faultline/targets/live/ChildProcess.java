package dev.faultline.targets.live;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** A process that does not outlive this JVM, with whatever it has started itself. */
public final class ChildProcess {
    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @throws IOException when there is no such program
     */
    public static ChildProcess start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Watchdog.shared().register(process.pid());
        return new ChildProcess(process);
    }

    /** For its streams, and to know whether it has ended. */
    public Process process() {
        return process;
    }

    /** Kills like {@code kill -9}, and waits until it is gone. */
    public void kill() {
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

    /** Sends a signal such as {@code STOP}, and waits until it is sent. */
    public void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(process.pid())));
        process.descendants().map(child -> Long.toString(child.pid())).forEach(command::add);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
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
