package dev.faultline.harness.engine;

import java.nio.file.Path;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the engine with the fake runtime and ten seeds. */
record Kit(Path directory) {

    EngineTestKit.Builder selecting(DiscoverySelector... selectors) {
        return EngineTestKit.engine(FaultlineEngine.ID)
                .selectors(selectors)
                .configurationParameter("faultline.runtime", "fake")
                .configurationParameter("faultline.seeds", "10")
                .configurationParameter("faultline.parallelism", "1")
                .configurationParameter("faultline.directory", directory.toString());
    }
}
