package dev.faultline.targets.runner;

import dev.faultline.harness.wire.WireFormat;

/** Records as text and back: JSON, beside the name of the record's class. */
final class RecordCodec {
    private final WireFormat wire;
    private final ClassLoader loader;

    /** @param loader knows the classes of the records */
    RecordCodec(WireFormat wire, ClassLoader loader) {
        this.wire = wire;
        this.loader = loader;
    }

    String write(Record value) {
        return wire.json(value);
    }

    Record read(String type, String json) {
        try {
            return wire.read(json, Class.forName(type, true, loader).asSubclass(Record.class));
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException("What is in storage is a " + type + ", which this program lacks.", cause);
        }
    }
}
