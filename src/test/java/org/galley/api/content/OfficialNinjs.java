package org.galley.api.content;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The schema of ninjs 3.1 as the IPTC publishes it, held against what Galley writes; nothing is fetched for it. */
public final class OfficialNinjs {
    private static final JsonSchema SCHEMA = schema();

    private OfficialNinjs() {}

    private static JsonSchema schema() {
        try (InputStream in = OfficialNinjs.class.getResourceAsStream("/standards/ninjs-schema_3.1.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // The shape of the earth is none of Galley's: it writes no places.
            Map<String, String> others = Map.of("https://geojson.org/schema/GeoJSON.json", "{}");
            JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                    VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(others)));
            return factory.getSchema(
                    text,
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema has against an item; empty if it is valid. */
    public static List<String> complaints(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
