package dev.faultline.maven;

import dev.faultline.cli.ExitCode;

/** What a command's exit code says, after the name of what was run. */
final class ExitMeaning {
    private ExitMeaning() {}

    static String of(int exitCode) {
        return switch (exitCode) {
            case ExitCode.VIOLATED -> " shows a violation; it is described above.";
            case ExitCode.UNKNOWN -> " could not be decided; the reason is above.";
            case ExitCode.USAGE -> " was not run; the message above says why.";
            default -> " ended with exit code " + exitCode + ", so nothing is known.";
        };
    }
}
