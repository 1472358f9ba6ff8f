package dev.faultline.cli;

/** What the exit code of a command means. An interrupted command exits with 130, the JVM's own code for it. */
public final class ExitCode {
    /** Everything came out as claimed. */
    public static final int HELD = 0;
    /** Something was violated, a weakness was not shown, a seeded bug survived, or a spec could not be used. */
    public static final int VIOLATED = 1;
    /** Nothing was violated, and not everything could be decided. */
    public static final int UNKNOWN = 2;
    /** The command could not be carried out as it was given. */
    public static final int USAGE = 64;

    /** The program itself has failed. */
    public static final int DEFECT = 70;

    private ExitCode() {}
}
