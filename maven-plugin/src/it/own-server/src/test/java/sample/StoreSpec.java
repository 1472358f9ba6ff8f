package sample;

import dev.faultline.checkers.model.Models;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Faults;
import dev.faultline.harness.fault.Nodes;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SystemUnderTest;
import dev.faultline.harness.workload.Registers;
import dev.faultline.targets.foreign.ForeignSystem;
import dev.faultline.targets.foreign.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@SystemUnderTest("sample/store")
class StoreSpec {

    @Claim("while nothing happens, the store is linearizable")
    Scenario whileNothingHappens() {
        return store().workload(workload())
                .lasting(Duration.ofSeconds(3))
                .holds(Properties.linearizable(Models.keyValue()));
    }

    @Claim("what was written survives when the primary dies")
    Scenario whenThePrimaryDies() {
        return store().workload(workload())
                .under(Faults.restartsOf(Nodes.named("n1")))
                .lasting(Duration.ofSeconds(7))
                .holds(Properties.linearizable(Models.keyValue()));
    }

    private static Registers workload() {
        return Registers.readWrite().operations(600).keys(5);
    }

    private static Cluster store() {
        return ForeignSystem.listening("client", 7000)
                .andListening("replication", 7001)
                .command(StoreSpec::command)
                .client(StoreClient::new)
                .cluster(2);
    }

    /** The second server waits for the first, whose backup it is. */
    private static List<String> command(Place place) {
        boolean first = place.self().equals(place.nodes().get(0));
        NodeId peer = place.nodes().get(first ? 1 : 0);
        String[] address = place.address(peer, "replication").split(":");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", "target/classes", "sample.StoreServer"));
        command.addAll(List.of("" + place.port("client"), "" + place.port("replication")));
        command.addAll(List.of(address));
        command.add("" + first);
        return command;
    }
}
