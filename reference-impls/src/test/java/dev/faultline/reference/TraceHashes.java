package dev.faultline.reference;

import dev.faultline.harness.claim.Spec;
import dev.faultline.harness.record.TraceHash;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.scenario.Scenario;
import java.lang.reflect.Method;
import java.util.List;

/** Prints the trace hash of every scenario that the simulation can run for seeds 1 to 20: {@code claim seed hash}, one a line. */
final class TraceHashes {
    private static final int SEEDS = 20;

    private TraceHashes() {}

    public static void main(String[] specs) throws ClassNotFoundException {
        NodeRuntime simulation = Runtimes.named("simulation");
        for (String name : specs) {
            Spec spec = Spec.of(Class.forName(name)).orElseThrow();
            for (Method claim : spec.claims()) {
                Scenario scenario = spec.scenario(claim);
                if (simulation.capabilities(scenario.cluster()).containsAll(scenario.requires())) {
                    print(simulation, spec.id(claim).toString(), scenario);
                }
            }
        }
    }

    private static void print(NodeRuntime simulation, String id, Scenario scenario) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            TraceHash hash = new TraceHash();
            simulation.run(scenario.plan(seed), List.of(), hash);
            System.out.println(id + " " + seed + " " + hash.value());
        }
    }
}
