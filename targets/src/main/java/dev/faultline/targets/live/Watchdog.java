package dev.faultline.targets.live;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * Kills what this JVM leaves behind when it dies without a word. It is a shell that keeps a list of processes, told over its standard
 * input; when that ends, for whatever reason, it kills those that are still on the list, stopped ones too, and what these have
 * started.
 */
public final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            list=' '
            while read -r sign pid; do
              case $sign in
                +) list="$list$pid ";;
                -) list="${list%% $pid *} ${list#* $pid }";;
              esac
            done
            tree() {
              echo $1
              for child in $(ps -A -o pid= -o ppid= 2>/dev/null | awk -v parent=$1 '$2 == parent { print $1 }'); do
                tree $child
              done
            }
            for pid in $list; do kill -9 $(tree $pid) 2>/dev/null; done
            """;

    private final Process shell;
    private final OutputStream orders;

    private static final class Shared {
        private static final Watchdog WATCHDOG = start();
    }

    private Watchdog(Process shell) {
        this.shell = shell;
        this.orders = shell.getOutputStream();
    }

    /** The one of this JVM, which ends with it. */
    public static Watchdog shared() {
        return Shared.WATCHDOG;
    }

    /** @throws UncheckedIOException when there is no shell */
    static Watchdog start() {
        try {
            return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "There is no program 'sh' on the PATH, so nobody would end the nodes if this program were killed."
                            + " Nothing was run. Use a POSIX system.",
                    cause);
        }
    }

    /** From now on this process may not outlive this JVM. */
    public void register(long pid) {
        order("+ " + pid);
    }

    /** The process has ended, and its number may become another's. */
    public void unregister(long pid) {
        order("- " + pid);
    }

    private synchronized void order(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException cause) {
            throw new UncheckedIOException("The watchdog is gone, so processes might be left behind.", cause);
        }
    }

    /** Kills what is still registered. */
    @Override
    public void close() {
        try {
            orders.close();
            shell.waitFor();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
