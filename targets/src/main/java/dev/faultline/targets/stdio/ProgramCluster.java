package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.targets.live.Loop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The programs of one run: they boot, are told what they have to know, and are killed in the end. Used by the loop's thread, but for
 * what says otherwise.
 */
final class ProgramCluster implements Router.Inboxes, AutoCloseable {
    /** Ctrl-C reaches programs and harness at once, and the harness is to know it by the time that it asks why programs have died. */
    private static final long HINDSIGHT = Duration.ofMillis(200).toNanos();

    private final List<String> command;
    private final Path logs;
    private final Loop loop;
    private final Mistakes mistakes;
    private final MessageLog log;
    private final Consumer<Packet> outbox;
    private final Runnable broken;
    private final Set<String> names;
    private final Handshake handshake;
    private final Map<String, ProgramProcess> running = new LinkedHashMap<>();
    private final Map<String, Integer> boots = new HashMap<>();
    private final Map<String, List<Packet>> waiting = new HashMap<>();
    private boolean overrun;

    /**
     * Nobody runs yet.
     *
     * @param opening what nodes are told when they have booted
     * @param logs the directory of what they print to their standard error
     * @param outbox takes what they send
     * @param broken hears that one has failed, so that the run cannot go on
     */
    ProgramCluster(
            List<String> command,
            List<String> nodes,
            Optional<ObjectNode> opening,
            Path logs,
            Loop loop,
            Mistakes mistakes,
            MessageLog log,
            Consumer<Packet> outbox,
            Runnable broken) {
        this.command = command;
        this.names = new LinkedHashSet<>(nodes);
        this.handshake = new Handshake(nodes, opening, this::hand, mistakes);
        this.logs = logs;
        this.loop = loop;
        this.mistakes = mistakes;
        this.log = log;
        this.outbox = outbox;
        this.broken = broken;
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public int boots(String node) {
        return boots.getOrDefault(node, 0);
    }

    /** The nodes that run and have not answered yet. */
    List<String> booting() {
        return running.keySet().stream()
                .filter(node -> !handshake.isReady(node))
                .toList();
    }

    /** Whether some program left so much unread that nothing more could be sent to it. */
    boolean isOverrun() {
        return overrun;
    }

    /**
     * Boots a node, unless it is up.
     *
     * @throws ProgramUnusable when there is no such program
     */
    void start(String node) {
        if (isUp(node)) {
            return;
        }
        int boot = boots.merge(node, 1, Integer::sum);
        running.put(node, ProgramProcess.start(command, logs.resolve(node + ".log"), listener(node, boot)));
        log.started(node);
        handshake.begin(node);
    }

    private ProgramProcess.Listener listener(String node, int boot) {
        return new ProgramProcess.Listener() {
            @Override
            public void printed(String line, Runnable heard) {
                loop.soon(() -> {
                    heard.run();
                    if (running.containsKey(node) && boots(node) == boot) {
                        said(node, line);
                    }
                });
            }

            @Override
            public void ended(ProgramProcess program) {
                loop.soon(() -> loop.at(loop.now() + HINDSIGHT, () -> ProgramCluster.this.ended(node, program)));
            }
        };
    }

    private void said(String node, String line) {
        Packet packet;
        try {
            packet = Packet.parse(node, line);
        } catch (Packet.Malformed malformed) {
            mistakes.add(node + " " + malformed.getMessage() + ": " + Words.quote(line) + ".");
            return;
        }
        if (!packet.dest().equals(Handshake.HARNESS)) {
            outbox.accept(packet);
        } else if (handshake.answered(packet)) {
            List<Packet> held = waiting.remove(node);
            if (held != null) {
                held.forEach(this::hand);
            }
        }
    }

    private void ended(String node, ProgramProcess program) {
        if (running.get(node) == program) {
            mistakes.add(node + " " + program.end() + " although nobody had killed it. "
                    + Words.lastOf(logs.resolve(node + ".log")));
            kill(node);
            broken.run();
        }
    }

    /** What comes before a program is ready waits. */
    @Override
    public boolean deliver(Packet packet) {
        String node = packet.dest();
        if (!running.containsKey(node)) {
            return false;
        }
        if (handshake.isReady(node)) {
            hand(packet);
        } else {
            hold(packet, waiting.computeIfAbsent(node, booting -> new ArrayList<>()));
        }
        return true;
    }

    private void hold(Packet packet, List<Packet> held) {
        if (held.size() < ProgramProcess.MOST_UNREAD) {
            held.add(packet);
        } else {
            overrun();
        }
    }

    private void hand(Packet packet) {
        if (!running.get(packet.dest()).send(packet.line())) {
            overrun();
        }
    }

    private void overrun() {
        overrun = true;
        broken.run();
    }

    boolean isUp(String node) {
        return running.containsKey(node);
    }

    /** Kills a node, which may be down already. */
    void kill(String node) {
        waiting.remove(node);
        handshake.forget(node);
        ProgramProcess program = running.remove(node);
        if (program != null) {
            program.kill();
            log.happened("crash", node);
        }
    }

    /** Freezes a node that is up. */
    void stop(String node) {
        running.get(node).signal("STOP");
        log.happened("pause", node);
    }

    /** Lets a frozen node go on. */
    void goOn(String node) {
        running.get(node).signal("CONT");
        log.happened("resume", node);
    }

    /** Kills every program. From any thread, when the loop has ended. */
    @Override
    public synchronized void close() {
        List.copyOf(running.values()).forEach(ProgramProcess::kill);
        running.clear();
    }
}
