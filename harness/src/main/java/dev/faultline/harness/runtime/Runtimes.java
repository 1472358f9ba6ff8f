package dev.faultline.harness.runtime;

import java.util.List;
import java.util.ServiceLoader;

/** The runtimes on the class path. */
public final class Runtimes {
    private Runtimes() {}

    /**
     * The runtime of this name.
     *
     * @throws IllegalArgumentException when there is none, or when it cannot run on this machine
     */
    public static NodeRuntime named(String name) {
        List<NodeRuntime> all = ServiceLoader.load(NodeRuntime.class, NodeRuntime.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        NodeRuntime found = all.stream()
                .filter(runtime -> runtime.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no runtime named '" + name
                        + "' on the class path, so no claim can run. Add dev.faultline:targets to the test dependencies,"
                        + " or choose one of "
                        + all.stream().map(NodeRuntime::name).toList() + "."));
        found.unavailable().ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return found;
    }
}
