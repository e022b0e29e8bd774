package org.galley.api.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.galley.api.problem.JsonFaults;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.ProblemType;

/**
 * Reads a request's body as one JSON object (RFC 8259), without the latitude that parsers take.
 *
 * <p>Refused are a body over the limit, bytes that are no UTF-8, anything after the object, a member that stands twice (two
 * readers would believe different ones), nesting deeper than {@link #MAX_DEPTH}, and numbers of more than
 * {@value #MAX_NUMBER} characters (parsing them costs the square of their length). A byte order mark is ignored.
 */
public final class JsonBody {
    /** How deep arrays and objects may nest; the body's own object is the first level. */
    public static final int MAX_DEPTH = 64;

    static final int MAX_NUMBER = 100;
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());

    private final JsonParser parser;

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a body to its end; does not close it.
     *
     * @param maxBytes the longest body that is taken, in bytes
     * @throws ProblemException 413 for a longer body, 400 for one that is not as above, with line and column
     * @throws IOException if the connection failed
     */
    public static JsonObject parse(InputStream body, int maxBytes) throws IOException {
        String text = decode(BodyBytes.atMost(body, maxBytes).orElseThrow(() -> Problem.of(ProblemType.TOO_LARGE)
                .detail("At most " + maxBytes + " bytes are taken here.")
                .extension("maxBytes", maxBytes)
                .exception()));
        if (text.isBlank()) {
            throw malformed("The body is empty, a JSON object is needed");
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            return new JsonBody(parser).root();
        } catch (JsonException e) {
            throw new ProblemException(JsonFaults.malformed(e));
        } catch (NoSuchElementException e) {
            throw malformed("The JSON ends too early");
        }
    }

    private static String decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8 at byte " + (buffer.position() + 1));
        }
    }

    private static ProblemException malformed(String what) {
        return new ProblemException(JsonFaults.malformed(what, null));
    }

    private ProblemException malformedHere(String what) {
        return new ProblemException(JsonFaults.malformed(what, parser.getLocation()));
    }

    private JsonObject root() {
        Event first = parser.next();
        if (first != Event.START_OBJECT) {
            throw malformed("A JSON object is needed");
        }
        JsonObject object = object(1);
        if (parser.hasNext()) {
            throw malformedHere("Something follows the JSON object");
        }
        return object;
    }

    private JsonObject object(int depth) {
        JsonObjectBuilder builder = JSON.createObjectBuilder();
        Set<String> names = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            if (!names.add(name)) {
                throw malformedHere("A member stands twice in one object");
            }
            builder.add(name, value(parser.next(), depth));
        }
        return builder.build();
    }

    private JsonValue array(int depth) {
        JsonArrayBuilder builder = JSON.createArrayBuilder();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            builder.add(value(event, depth));
        }
        return builder.build();
    }

    private JsonValue value(Event event, int depth) {
        return switch (event) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> JSON.createValue(parser.getString());
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            case KEY_NAME, END_ARRAY, END_OBJECT -> throw malformedHere("A value is missing");
        };
    }

    private int deeper(int depth) {
        if (depth >= MAX_DEPTH) {
            throw malformedHere("The JSON nests deeper than " + MAX_DEPTH + " levels");
        }
        return depth + 1;
    }

    private JsonValue number() {
        if (parser.getString().length() > MAX_NUMBER) {
            throw malformedHere("A number has more than " + MAX_NUMBER + " characters");
        }
        try {
            return JSON.createValue(parser.getBigDecimal());
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            throw malformedHere("A number is beyond what can be read");
        }
    }
}
