package dev.faultline.targets.runner;

import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.cluster.Program.Decorator;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.NodeId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a runner needs to know to boot one node.
 *
 * @param roles the cluster; its nodes are numbered in the order of the roles
 * @param node which of its nodes to boot
 * @param bind the address to listen on, such as {@code 127.0.0.1}
 * @param port the port to listen on
 * @param peers where to connect to, {@code host:port}, for messages to each other node
 * @param storage the directory of what survives a crash
 * @param seed the run's seed
 * @param boot how often the node has been booted in this run, this time included
 */
public record Launch(
        List<Role> roles,
        NodeId node,
        String bind,
        int port,
        Map<NodeId, String> peers,
        String storage,
        long seed,
        int boot) {

    /** What is written: node ids as text, because they are not serializable, in lists and maps that keep their order. */
    private record Form(
            ArrayList<RoleForm> roles,
            String node,
            String bind,
            int port,
            LinkedHashMap<String, String> peers,
            String storage,
            long seed,
            int boot)
            implements Serializable {}

    private record RoleForm(String name, int count, Program program, Decorator decorator) implements Serializable {}

    /**
     * For {@link #parse}, which needs the same classes on its class path.
     *
     * @throws IllegalArgumentException when a role's program cannot be serialized
     */
    public byte[] bytes() {
        ArrayList<RoleForm> forms = new ArrayList<>();
        roles.forEach(role -> forms.add(new RoleForm(role.name(), role.count(), role.program(), role.decorator())));
        LinkedHashMap<String, String> others = new LinkedHashMap<>();
        peers.forEach((peer, address) -> others.put(peer.name(), address));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Form(forms, node.name(), bind, port, others, storage, seed, boot));
        } catch (NotSerializableException cause) {
            throw new IllegalArgumentException(
                    "The program of a role holds on to a " + cause.getMessage() + ", which is not Serializable. A node"
                            + " in a JVM of its own could not be made from it, so nothing was run. Let the program use"
                            + " nothing but numbers, text and static members.",
                    cause);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} wrote. */
    public static Launch parse(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            Form form = (Form) in.readObject();
            List<Role> roles = new ArrayList<>();
            form.roles()
                    .forEach(role -> roles.add(new Role(role.name(), role.count(), role.program(), role.decorator())));
            Map<NodeId, String> peers = new LinkedHashMap<>();
            form.peers().forEach((peer, address) -> peers.put(new NodeId(peer), address));
            return new Launch(
                    roles,
                    new NodeId(form.node()),
                    form.bind(),
                    form.port(),
                    peers,
                    form.storage(),
                    form.seed(),
                    form.boot());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException("The runner lacks a class of the node: " + cause.getMessage() + ".", cause);
        }
    }
}
