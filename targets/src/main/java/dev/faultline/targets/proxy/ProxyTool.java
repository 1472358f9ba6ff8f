package dev.faultline.targets.proxy;

import dev.faultline.harness.runtime.CommandLineTool;

/** Offers {@link ProxyCommand}. */
public final class ProxyTool implements CommandLineTool {
    /** Called by the service loader. */
    public ProxyTool() {}

    @Override
    public Object command() {
        return new ProxyCommand();
    }
}
