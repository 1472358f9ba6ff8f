package dev.faultline.targets.simulation;

/** The nodes did not do what the script's next move needs. */
final class ScriptLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScriptLeft(int move, String reason) {
        super("at move " + move + " " + reason);
    }
}
