package dev.faultline.cli;

import dev.faultline.harness.claim.Spec;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds spec classes: of the user, and those that come with the kit. */
final class Specs {
    /** Where the specs of the catalogue are. */
    static final String REFERENCE = "dev.faultline.reference";

    private Specs() {}

    /**
     * Makes the classes of these places visible to the engine and to this command, besides the program's own.
     *
     * @throws UserMistake when a place does not exist
     */
    static ClassLoader open(List<Path> places) {
        ClassLoader own = Specs.class.getClassLoader();
        if (places.isEmpty()) {
            return own;
        }
        ClassLoader loader = new URLClassLoader(places.stream().map(Specs::url).toArray(URL[]::new), own);
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    private static URL url(Path place) {
        if (!Files.exists(place)) {
            throw new UserMistake(
                    place + " does not exist, so no class can be loaded from it. Nothing was run. Compile the"
                            + " project first, or correct the path.");
        }
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** The entries of a class path as it is written on this platform. */
    static List<Path> entries(String classPath) {
        List<Path> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isBlank()) {
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }

    /**
     * A spec by its class name.
     *
     * @throws UserMistake when there is no such class, or it claims nothing
     */
    static Spec named(String name, ClassLoader loader) {
        return Spec.of(type(name, loader))
                .orElseThrow(() -> new UserMistake(name + " has neither a @Claim nor a @SeededBugs method, so there is"
                        + " nothing to run. Name a class that has one."));
    }

    private static Class<?> type(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            throw new UserMistake(
                    "The class " + name + " cannot be loaded, so its claims cannot run. Check the name, and"
                            + " give the directories and jars that hold it and what it needs with --class-path.");
        }
    }

    /** The specs that come with the kit, in the order of their names. */
    static List<Spec> reference() {
        return ReflectionSupport.findAllClassesInPackage(
                        REFERENCE, type -> Spec.of(type).isPresent(), name -> true)
                .stream()
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(type -> Spec.of(type).stream())
                .toList();
    }
}
