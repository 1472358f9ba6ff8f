package dev.faultline.targets.simulation;

/** Leaves a handler in the middle, because its node has just been killed. */
final class CrashSignal extends Error {
    private static final long serialVersionUID = 1L;

    CrashSignal() {
        super("killed between two effects", null, false, false);
    }
}
