package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.galley.story.ContentHash;
import org.junit.jupiter.api.Test;

/** Archives of histories over HTTP: both forms, and what is no archive. */
interface ArchiveEdges {
    String HISTORIES = "api/v1/histories";

    URI base();

    /** The path of a new article. */
    String created(String headline);

    private Http admin() {
        return Http.person(base(), "admin").with("Content-Type", "application/json");
    }

    private Http zips() {
        return Http.person(base(), "admin").with("Content-Type", "application/zip");
    }

    private static byte[] zip(JsonObject archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            JsonObject manifest =
                    Json.createObjectBuilder(archive).remove("contents").build();
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
            JsonObject contents = archive.getJsonObject("contents");
            for (String hash : contents.keySet()) {
                zip.putNextEntry(new ZipEntry("contents/" + hash));
                zip.write(contents.getString(hash).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static List<String> hashes(Http.Answer revisions) {
        return revisions.expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(revision -> revision.getString("hash"))
                .toList();
    }

    /** Another revision, with a slot, of an article that has one. */
    private void revised(String article) {
        AdsByApi.pin(base(), article, "s1", "p2");
    }

    @Test
    default void a_history_goes_out_and_comes_in_as_json_and_as_zip() throws IOException {
        String article = created("Packed up");
        revised(article);
        JsonObject archive = admin().get(article + "/history.json").expect(200).json();
        Http.Answer file = admin().get(article + "/history.zip").expect(200);
        assertThat(file.header("Content-Type")).hasValue("application/zip");
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        List<String> hashes = hashes(admin().get(article + "/revisions"));
        assertThat(hashes).hasSize(2);
        JsonObject asJson =
                admin().send("POST", HISTORIES, archive.toString()).expect(201).json();
        JsonObject asZip = zips().send(
                        "POST", HISTORIES, BodyPublishers.ofByteArray(admin().bytes(article + "/history.zip")))
                .expect(201)
                .json();
        for (JsonObject back : new JsonObject[] {asJson, asZip}) {
            assertThat(hashes(admin().get("api/v1/articles/" + back.getInt("id") + "/revisions")))
                    .isEqualTo(hashes);
        }
    }

    @Test
    default void characters_that_no_database_keeps_are_refused_wherever_an_archive_has_them() {
        String article = created("NUL");
        JsonObject archive = admin().get(article + "/history.json").expect(200).json();
        JsonObject revision = archive.getJsonArray("revisions").getJsonObject(0);
        JsonObject step = Json.createObjectBuilder()
                .add("stream", "workflow")
                .add("at", revision.getString("at"))
                .add("author", "journalist")
                .add("action", "submit")
                .add("from", "draft")
                .add("to", "submitted")
                .addNull("revision")
                .add("note", "Sound.")
                .build();
        JsonObjectBuilder sound = Json.createObjectBuilder(archive)
                .add("workflow", Json.createArrayBuilder().add(step));
        admin().send("POST", HISTORIES, sound.build().toString()).expect(201);
        for (String member : List.of("name", "note", "author", "kind")) {
            JsonObject altered =
                    Json.createObjectBuilder(revision).add(member, "sa\0ve").build();
            admin().send("POST", HISTORIES, with(archive, "revisions", altered)).problem(400);
        }
        for (String member : List.of("author", "note", "action", "to")) {
            JsonObject altered =
                    Json.createObjectBuilder(step).add(member, "sub\0mit").build();
            admin().send("POST", HISTORIES, with(archive, "workflow", altered)).problem(400);
        }
        String text = "<p>Never\0said.</p>";
        JsonObject contents = Json.createObjectBuilder(archive.getJsonObject("contents"))
                .add(ContentHash.of(text).hex(), text)
                .build();
        JsonObject more =
                Json.createObjectBuilder(archive).add("contents", contents).build();
        admin().send("POST", HISTORIES, more.toString()).problem(400);
    }

    private static String with(JsonObject archive, String list, JsonObject only) {
        return Json.createObjectBuilder(archive)
                .add(list, Json.createArrayBuilder().add(only))
                .build()
                .toString();
    }

    @Test
    default void what_is_no_archive_is_refused_with_the_reason() throws IOException {
        String article = created("Not packed");
        JsonObject archive = admin().get(article + "/history.json").expect(200).json();
        for (String body : new String[] {"", "{}", "[]", "{\"format\":\"galley-history\",\"version\":1}"}) {
            admin().send("POST", HISTORIES, body).problem(400);
        }
        JsonObject extended = Json.createObjectBuilder(archive).add("more", 1).build();
        admin().send("POST", HISTORIES, extended.toString()).problem(400);
        byte[] whole = zip(archive);
        zips().send("POST", HISTORIES, BodyPublishers.ofByteArray(Arrays.copyOf(whole, whole.length / 2)))
                .problem(400);
        zips().send("POST", HISTORIES, BodyPublishers.ofByteArray(new byte[100]))
                .problem(400);
        Http.person(base(), "editor")
                .with("Content-Type", "application/json")
                .send("POST", HISTORIES, archive.toString())
                .problem(403);
    }
}
