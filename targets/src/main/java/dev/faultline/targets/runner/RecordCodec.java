package dev.faultline.targets.runner;

import dev.faultline.harness.wire.WireFormat;

/** Records of a cluster, such as stored ones and states, as text and back: JSON, beside the name of the record's class. */
public final class RecordCodec {
    private final WireFormat wire;
    private final ClassLoader loader;

    /** @param loader knows the classes of the records */
    public RecordCodec(WireFormat wire, ClassLoader loader) {
        this.wire = wire;
        this.loader = loader;
    }

    public String write(Record value) {
        return wire.json(value);
    }

    /**
     * What {@link #write} wrote.
     *
     * @param type the name of the record's class
     * @throws IllegalStateException when this program lacks the class
     * @throws java.io.UncheckedIOException when the text is no such record
     */
    public Record read(String type, String json) {
        try {
            return wire.read(json, Class.forName(type, true, loader).asSubclass(Record.class));
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException("A record is a " + type + ", which this program lacks.", cause);
        }
    }
}
