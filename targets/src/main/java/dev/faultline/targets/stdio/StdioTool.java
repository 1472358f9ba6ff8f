package dev.faultline.targets.stdio;

import dev.faultline.harness.runtime.CommandLineTool;

/** Offers {@link StdioCommand}. */
public final class StdioTool implements CommandLineTool {
    /** Called by the service loader. */
    public StdioTool() {}

    @Override
    public Object command() {
        return new StdioCommand();
    }
}
