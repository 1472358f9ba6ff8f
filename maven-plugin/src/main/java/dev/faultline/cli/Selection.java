package dev.faultline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TagFilter;

/**
 * Which specs to verify.
 *
 * @param loader where their classes come from
 * @param scan directories to look for specs in
 * @param specs names of spec classes; with neither, those that come with the kit
 * @param tags a tag expression
 * @param noBugs whether to leave seeded bugs out
 */
record Selection(ClassLoader loader, List<Path> scan, List<String> specs, Optional<String> tags, boolean noBugs) {
    /** The engine's tag of everything about seeded bugs. */
    private static final String SEEDED_BUG = "seeded-bug";

    /** @throws UserMistake when a directory or a class is not there */
    List<DiscoverySelector> selectors() {
        List<DiscoverySelector> selectors = new ArrayList<>();
        scan.forEach(Selection::directory);
        selectors.addAll(DiscoverySelectors.selectClasspathRoots(new LinkedHashSet<>(scan)));
        specs.forEach(spec -> selectors.add(
                DiscoverySelectors.selectClass(Specs.named(spec, loader).type())));
        if (selectors.isEmpty()) {
            selectors.add(DiscoverySelectors.selectPackage(Specs.REFERENCE));
        }
        return selectors;
    }

    private static void directory(Path place) {
        if (!Files.isDirectory(place)) {
            throw new UserMistake(
                    place + " is not a directory, so there are no specs in it. Nothing was run. Compile the"
                            + " project first, or correct the path.");
        }
    }

    Filter<?>[] filters() {
        List<Filter<?>> filters = new ArrayList<>();
        filters.add(EngineFilter.includeEngines("faultline"));
        tags.ifPresent(expression -> filters.add(tagged(expression)));
        if (noBugs) {
            filters.add(TagFilter.excludeTags(SEEDED_BUG));
        }
        return filters.toArray(new Filter<?>[0]);
    }

    private static Filter<?> tagged(String expression) {
        try {
            return TagFilter.includeTags(expression);
        } catch (JUnitException malformed) {
            throw new UserMistake("'" + expression + "' is not a tag expression: " + malformed.getMessage()
                    + " Nothing was run. Combine tags with & | ! and brackets, such as 'quick & !slow'.");
        }
    }

    String describe() {
        List<String> places = new ArrayList<>(scan.stream().map(Path::toString).toList());
        places.addAll(specs);
        return places.isEmpty() ? "the specs that come with the kit" : String.join(", ", places);
    }
}
