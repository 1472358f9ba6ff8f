package dev.faultline.harness.runtime;

/** A command that the program {@code faultline} offers when its module is on the class path. Found by the service loader. */
public interface CommandLineTool {

    /** A new command: an object with picocli's {@code @Command}. */
    Object command();
}
