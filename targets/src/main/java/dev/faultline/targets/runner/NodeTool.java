package dev.faultline.targets.runner;

import dev.faultline.harness.runtime.CommandLineTool;

/** Offers {@link NodeCommand}. */
public final class NodeTool implements CommandLineTool {
    /** Called by the service loader. */
    public NodeTool() {}

    @Override
    public Object command() {
        return new NodeCommand();
    }
}
