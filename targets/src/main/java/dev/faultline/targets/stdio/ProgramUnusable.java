package dev.faultline.targets.stdio;

/** The program cannot be run as a node, so there is nothing to judge. The message says why, what follows, and what to do. */
final class ProgramUnusable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ProgramUnusable(String message) {
        super(message);
    }
}
