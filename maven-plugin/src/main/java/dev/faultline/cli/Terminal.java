package dev.faultline.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Where a command prints: finished lines, and below them on a real terminal one line that is overwritten. */
final class Terminal {
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private String status = "";

    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** The process's own streams. Where the environment claims to know ASCII only, as in many containers, it gets UTF-8. */
    static Terminal ofProcess() {
        Charset nativeCharset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        Charset charset = nativeCharset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : nativeCharset;
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                isTerminal() && !"dumb".equals(System.getenv("TERM")));
    }

    /** Since Java 22 there is a console without a terminal too, and a method that tells them apart. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    /** For help and versions, which are ASCII and so the same in every charset. */
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    synchronized void line(String text) {
        clear();
        out.println(text);
        out.print(status);
        out.flush();
    }

    /** Replaces the line at the bottom; nothing where output is not a terminal. */
    synchronized void status(String text) {
        if (interactive) {
            clear();
            status = text;
            out.print(status);
            out.flush();
        }
    }

    synchronized void error(String text) {
        clear();
        status = "";
        out.flush();
        err.println(text);
        err.flush();
    }

    private void clear() {
        if (!status.isEmpty()) {
            out.print(CLEAR_LINE);
        }
    }
}
