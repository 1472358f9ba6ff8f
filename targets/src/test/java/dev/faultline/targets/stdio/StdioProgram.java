package dev.faultline.targets.stdio;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command as a program, for a test that ends it. */
final class StdioProgram {
    private StdioProgram() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(Shell.line(out, out).execute(arguments));
    }
}
