package dev.faultline.targets.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.wire.WireFormat;
import dev.faultline.targets.live.Notebook;
import dev.faultline.targets.live.Together;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.live.ToxiproxyLinks.Link;
import dev.faultline.targets.live.Watchdog;
import dev.faultline.targets.proxy.EmbeddedToxiproxy;
import dev.faultline.targets.proxy.ProxyServer;
import dev.faultline.targets.proxy.ToxiproxyProgram;
import dev.faultline.targets.runner.ControlMessage;
import dev.faultline.targets.runner.NodeMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts and mends the links of one cluster as fast as they go. */
class PartitionCyclesTest {
    private static final int CYCLES = 1_000;
    private static final int WARM_UP = 50;
    private static final int CHECKED_EVERY = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<NodeId> NODES = List.of(NodeId.node(1), NodeId.node(2), NodeId.node(3));

    private final Random random = new Random(1);
    private final Map<NodeId, NotebookClient> clients = new LinkedHashMap<>();
    private final Map<String, Long> processes = new TreeMap<>();
    private final List<Link> all = NODES.stream()
            .flatMap(from -> NODES.stream().filter(to -> !to.equals(from)).map(to -> new Link(from, to)))
            .toList();
    private long notes;
    private Duration longestHealing = Duration.ZERO;

    @TempDir
    private Path directory;

    @Test
    void aThousandPartitionsThroughTheEmbeddedToxiproxyWedgeNothingAndLeakNothing() throws Exception {
        assumeTrue(Census.isPossible(), "needs a system that tells in /proc what processes have open");
        try (ProxyServer server = EmbeddedToxiproxy.start()) {
            cutAndMend(server);
        }
    }

    @Test
    void aThousandPartitionsThroughTheRealToxiproxyWedgeNothingAndLeakNothing() throws Exception {
        assumeTrue(Census.isPossible(), "needs a system that tells in /proc what processes have open");
        Optional<Path> program = ToxiproxyProgram.find();
        assumeTrue(program.isPresent(), "needs toxiproxy-server on the PATH, or named by faultline.toxiproxy");
        try (ProxyServer server = ToxiproxyProgram.start(program.get(), pid -> {
            Watchdog.shared().register(pid);
            processes.put("toxiproxy", pid);
        })) {
            cutAndMend(server);
        }
    }

    private void cutAndMend(ProxyServer server) throws Exception {
        List<Role> roles = Notebook.cluster(NODES.size()).roles();
        JavaCommand java = new JavaCommand(ClassPath.of(Notebook.class.getClassLoader()));
        try (ProcessSite site = new ProcessSite("cycles", roles, NODES, 1, directory, directory, java);
                ToxiproxyLinks links = new ToxiproxyLinks(server, server.isFrameAware())) {
            site.connect(links);
            boot(site, WireFormat.of(roles, ControlMessage.class));
            cycles(links, WARM_UP);
            Census before = Census.of(processes);
            long start = System.nanoTime();
            cycles(links, CYCLES);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Census after = settled(before);
            System.out.println(CYCLES + " partitions with " + server.describe() + " in " + took
                    + ", every link carried again within " + longestHealing + "; before: " + before.counts()
                    + ", after: " + after.counts());
            assertThat(after)
                    .as("what is open, where before there was " + before)
                    .matches(now -> now.isWithin(before));
        } finally {
            for (NotebookClient client : clients.values()) {
                client.close();
            }
        }
    }

    private void boot(ProcessSite site, WireFormat wire) throws IOException {
        Together.all(NODES, node -> {
            try {
                site.boot(node, 1);
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        });
        for (NodeId node : NODES) {
            clients.put(node, new NotebookClient(node, site.address(node), wire));
        }
        processes.put("harness", ProcessHandle.current().pid());
        ProcessHandle.current()
                .children()
                .filter(PartitionCyclesTest::isNode)
                .forEach(node -> processes.put("node " + node.pid(), node.pid()));
        assertThat(processes).as("the harness, the nodes, perhaps Toxiproxy").hasSizeGreaterThan(NODES.size());
    }

    private static boolean isNode(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains(NodeMain.class.getName());
    }

    private void cycles(ToxiproxyLinks links, int count) throws IOException, InterruptedException {
        everyLinkCarries();
        for (int cycle = 1; cycle <= count; cycle++) {
            List<Link> cut = partition(cycle);
            cut.forEach(link -> links.cut(link.from(), link.to()));
            clients.get(NODES.get(cycle % NODES.size())).ask("scribble", ++notes);
            cut.forEach(link -> links.mend(link.from(), link.to()));
            if (cycle % CHECKED_EVERY == 0) {
                everyLinkCarries();
            }
        }
    }

    /** One direction, both directions between two nodes, or everything around one node. */
    private List<Link> partition(int cycle) {
        Link one = all.get(random.nextInt(all.size()));
        return switch (cycle % 3) {
            case 0 -> List.of(one);
            case 1 -> List.of(one, new Link(one.to(), one.from()));
            default ->
                all.stream()
                        .filter(link ->
                                link.from().equals(one.from()) || link.to().equals(one.from()))
                        .toList();
        };
    }

    /** Lets every node tell the others something new until all have heard it from all. */
    private void everyLinkCarries() throws IOException, InterruptedException {
        long news = ++notes;
        long start = System.nanoTime();
        Set<Link> silent = new LinkedHashSet<>(all);
        while (!silent.isEmpty()) {
            assertThat(System.nanoTime() - start).as("waited for " + silent).isLessThan(PATIENCE.toNanos());
            for (NodeId from : silent.stream().map(Link::from).distinct().toList()) {
                clients.get(from).ask("scribble", news);
            }
            Thread.sleep(10);
            for (Link link : new ArrayList<>(silent)) {
                long from = NODES.indexOf(link.from()) + 1L;
                if (clients.get(link.to()).ask("latest", from) == news) {
                    silent.remove(link);
                }
            }
        }
        Duration healing = Duration.ofNanos(System.nanoTime() - start);
        longestHealing = healing.compareTo(longestHealing) > 0 ? healing : longestHealing;
    }

    /** Sockets and threads end a moment after the links that they belonged to, so waits until there are no more than before. */
    private Census settled(Census before) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Census now = Census.of(processes);
        while (!now.isWithin(before) && System.nanoTime() < deadline) {
            Thread.sleep(50);
            now = Census.of(processes);
        }
        return now;
    }
}
