package dev.faultline.cli;

import dev.faultline.checkers.io.Format;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format. */
final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
        return Format.byId(name)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + name + "' is no format; give one of: " + Format.ids() + "; or leave it out"));
    }

    /** The names of the formats, for the command's help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::id).iterator();
        }
    }
}
