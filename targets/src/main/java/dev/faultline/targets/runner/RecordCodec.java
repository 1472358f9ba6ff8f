package dev.faultline.targets.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;

/** Records as text and back: JSON, beside the name of the record's class. */
final class RecordCodec {
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private final ClassLoader loader;

    RecordCodec(ClassLoader loader) {
        this.loader = loader;
    }

    String write(Record value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Record read(String type, String json) {
        try {
            return mapper.readValue(json, Class.forName(type, true, loader).asSubclass(Record.class));
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException("What is in storage is a " + type + ", which this program lacks.", cause);
        }
    }
}
