package dev.faultline.cli;

import dev.faultline.checkers.io.Format;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a format. */
final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
        return Format.byId(name)
                .orElseThrow(() -> new UserMistake("There is no format named \"" + name
                        + "\", so the history cannot be read. Use one of: " + Format.ids() + "; or leave it out."));
    }

    /** The names of the formats, for the command's help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::id).iterator();
        }
    }
}
