package dev.faultline.reports;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** The pages' templates and the static files beside them, from the class path. */
final class Templates {
    private final Mustache.Compiler compiler = Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .withCollector(new Optionals())
            .withLoader(Templates::source);
    private final Map<String, Template> compiled = new HashMap<>();

    /** A section of an {@link Optional} appears when there is something in it. */
    private static final class Optionals extends DefaultCollector {
        @Override
        public Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    /** A page in HTML. */
    String fill(String template, Object page) {
        return compiled.computeIfAbsent(template, this::compile).execute(page);
    }

    private Template compile(String template) {
        try (Reader source = source(template)) {
            return compiler.compile(source);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Reader source(String template) {
        return new InputStreamReader(resource(template + ".mustache"), StandardCharsets.UTF_8);
    }

    /** A static file as text. */
    static String text(String name) {
        try (InputStream content = resource(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static InputStream resource(String name) {
        InputStream resource = Templates.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("The report's own file " + name + " is not on the class path.");
        }
        return resource;
    }
}
