package dev.faultline.checkers.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import dev.faultline.checkers.history.Keyword;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/** Reads JSON lines: one object an event. {@link JsonLinesWriter} says how keywords are written. */
final class JsonLinesReader {
    private final String file;
    private final JsonParser parser;

    private JsonLinesReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static void read(InputStream in, EventSink sink) throws IOException {
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            new JsonLinesReader(sink.file(), parser).events(sink);
        }
    }

    private void events(EventSink sink) throws IOException {
        try {
            while (parser.nextToken() != null) {
                sink.add(event());
            }
        } catch (InputCoercionException e) {
            throw place(e.getLocation()).malformed("expected a whole number of at most 64 bits");
        } catch (JsonProcessingException e) {
            throw place(e.getLocation()).malformed("expected JSON, but " + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw place(parser.currentLocation()).malformed("expected text in UTF-8, but other bytes follow");
        } catch (ZipException | EOFException e) {
            throw place(parser.currentLocation()).incomplete(e);
        }
    }

    private EventFields event() throws IOException {
        EventFields fields = new EventFields(place(parser.currentTokenLocation()));
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw fields.place()
                    .malformed("expected an event, which is an object such as"
                            + " {\"type\":\"invoke\",\"process\":0,\"f\":\"read\"}");
        }
        map().forEach((key, value) -> fields.put(key.toString(), value));
        return fields;
    }

    private Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map();
            case START_ARRAY -> list();
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private List<Object> list() throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    private Map<Object, Object> map() throws IOException {
        Map<Object, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Object key = text(parser.currentName());
            parser.nextToken();
            map.put(key, value());
        }
        return map;
    }

    private static Object text(String text) {
        if (text.startsWith("::")) {
            return text.substring(1);
        }
        return text.startsWith(":") ? new Keyword(text.substring(1)) : text;
    }

    private Place place(JsonLocation location) {
        return new Place(file, location.getLineNr(), location.getColumnNr());
    }
}
