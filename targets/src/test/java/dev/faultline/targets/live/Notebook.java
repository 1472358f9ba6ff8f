package dev.faultline.targets.live;

import static dev.faultline.harness.cluster.Role.role;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.node.Timeout;
import dev.faultline.harness.workload.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program for real runtimes to run: every node keeps the numbers that it was told to note, and tells its peers. It can be asked for
 * its notes, for how much it has heard from peers, for the latest that it has heard from one of them, for its clock, to note without
 * a sync, to work hard, and to fail.
 */
public final class Notebook implements Node<Notebook.Word> {
    private final Map<NodeId, Long> latest = new TreeMap<>();
    private long heard;
    private int lines;

    /** What notebooks understand. */
    public sealed interface Word extends Message {}

    /** What a client wants. */
    public record Ask(long msgId, String f, Long number) implements Word, ClientRequest {}

    /** What it gets. */
    public record Answer(long inReplyTo, Outcome outcome) implements Word, ClientReply {}

    /** A peer has noted a number. */
    public record Noted(long number) implements Word {}

    /** A line of the book. */
    public record Line(long number) {}

    /** What is in it. */
    public record Pages(int lines) {}

    enum Bell implements Timeout {
        RING
    }

    /** So many notebooks, whose clients each stay with one and give up after a second. */
    public static Cluster cluster(int nodes) {
        return Cluster.of(role("node", nodes, Notebook::new))
                .requests(Notebook::ask)
                .clients(Clients.pinnedTo("node").givingUpAfter(Duration.ofSeconds(1)));
    }

    private static Ask ask(Invocation asked) {
        return new Ask(asked.msgId(), asked.f(), (Long) asked.value());
    }

    @Override
    public void onStart(Environment<Word> env) {
        lines = env.storage().log().size();
    }

    @Override
    public void onMessage(NodeId from, Word message, Environment<Word> env) {
        if (message instanceof Noted noted) {
            heard++;
            latest.put(from, noted.number());
        } else if (message instanceof Ask ask) {
            answer(from, ask, env);
        }
    }

    private void answer(NodeId from, Ask ask, Environment<Word> env) {
        Object answer =
                switch (ask.f()) {
                    case "note", "scribble" -> note(ask, env);
                    case "read" -> read(env);
                    case "heard" -> heard;
                    case "toil" -> toil();
                    case "latest" ->
                        latest.getOrDefault(NodeId.node(ask.number().intValue()), 0L);
                    case "clock" -> env.clock().millis();
                    case "uptime" -> env.uptime().toMillis();
                    default -> throw new IllegalStateException("I cannot " + ask.f());
                };
        env.send(from, new Answer(ask.msgId(), Outcome.ok(answer)));
    }

    private Long note(Ask ask, Environment<Word> env) {
        env.storage().append(new Line(ask.number()));
        lines++;
        if (ask.f().equals("note")) {
            env.storage().sync();
        }
        env.members().stream()
                .filter(peer -> !peer.equals(env.self()))
                .forEach(peer -> env.send(peer, new Noted(ask.number())));
        return ask.number();
    }

    /** At least ten milliseconds of work for a processor. */
    private static long toil() {
        long x = 1;
        for (int i = 0; i < 20_000_000; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }

    private static List<Long> read(Environment<Word> env) {
        return env.storage().log().stream().map(line -> ((Line) line).number()).toList();
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<Word> env) {}

    @Override
    public Record state() {
        return new Pages(lines);
    }
}
