package dev.faultline.targets.runner;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/** What a class says about the cluster that its nodes belong to. */
final class NodeClass {
    private static final String REMEDY =
            "Name a node class with a constructor that takes nothing, or a class with a static method cluster(int).";

    private final Class<?> type;

    private NodeClass(Class<?> type) {
        this.type = type;
    }

    /**
     * The class of this name.
     *
     * @throws IllegalArgumentException when the loader has none
     */
    static NodeClass named(String name, ClassLoader loader) {
        try {
            return new NodeClass(Class.forName(name, true, loader));
        } catch (ClassNotFoundException | LinkageError cause) {
            throw new IllegalArgumentException("The class " + name + " cannot be loaded (" + cause
                    + "), so there is no node to run. Check the name, and put it on the class path: with bin/faultline-node, into"
                    + " FAULTLINE_CLASS_PATH beside the kit.");
        }
    }

    /**
     * The roles of a cluster of so many nodes.
     *
     * @throws IllegalArgumentException when the class knows no such cluster
     */
    List<Role> roles(int nodes) {
        if (Node.class.isAssignableFrom(type)) {
            Constructor<?> constructor = constructor();
            return List.of(Role.role("node", nodes, () -> (Node<?>) make(constructor)));
        }
        Method method = method();
        for (int size = nodes; size > 0; size--) {
            Cluster cluster = cluster(method, size);
            if (cluster.nodes().size() == nodes) {
                return cluster.roles();
            }
        }
        throw new IllegalArgumentException(type.getName() + " makes no cluster of " + nodes
                + " nodes, so the addresses do not fit. Give it more of them.");
    }

    private Constructor<?> constructor() {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException cause) {
            throw unfit("has no constructor that takes nothing");
        }
    }

    private Method method() {
        try {
            Method method = type.getDeclaredMethod("cluster", int.class);
            if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == Cluster.class) {
                method.setAccessible(true);
                return method;
            }
        } catch (NoSuchMethodException none) {
            // Said below.
        }
        throw unfit("is no node, and has no static method cluster(int) that answers a Cluster");
    }

    private IllegalArgumentException unfit(String why) {
        return new IllegalArgumentException(type.getName() + " " + why + ", so no node can be made of it. " + REMEDY);
    }

    private static Object make(Constructor<?> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException cause) {
            throw failed(constructor.getDeclaringClass(), cause);
        }
    }

    private static Cluster cluster(Method method, int size) {
        try {
            return (Cluster) method.invoke(null, size);
        } catch (ReflectiveOperationException cause) {
            throw failed(method.getDeclaringClass(), cause);
        }
    }

    private static IllegalArgumentException failed(Class<?> type, ReflectiveOperationException cause) {
        Throwable why = cause instanceof InvocationTargetException thrown ? thrown.getCause() : cause;
        return new IllegalArgumentException(
                type.getName() + " made no node: " + why + ". Nothing runs until it does.", cause);
    }
}
