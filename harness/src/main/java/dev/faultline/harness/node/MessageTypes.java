package dev.faultline.harness.node;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import java.util.Optional;

/** Names a message by its record: {@code AppendEntries} is {@code append_entries}. */
final class MessageTypes extends TypeIdResolverBase {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    @Override
    public String idFromValue(Object value) {
        return idFromValueAndType(value, value.getClass());
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> type) {
        return nameOf(type);
    }

    static String nameOf(Class<?> type) {
        return SNAKE_CASE.translate(type.getSimpleName());
    }

    /** Reading needs a {@link Vocabulary} in the reader's attributes. */
    @Override
    public JavaType typeFromId(DatabindContext context, String id) throws InvalidTypeIdException {
        Vocabulary vocabulary = (Vocabulary) context.getAttribute(Vocabulary.class);
        Optional<Class<? extends Message>> type = vocabulary == null ? Optional.empty() : vocabulary.type(id);
        if (type.isEmpty()) {
            throw new InvalidTypeIdException(
                    null, "no message of this cluster is named '" + id + "'", context.constructType(Message.class), id);
        }
        return context.constructType(type.get());
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
