package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    private static String newestHash(Http.Answer revisions) {
        return revisions
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("hash");
    }

    @Test
    default void a_history_goes_out_and_comes_in_as_json_and_as_zip() throws IOException {
        String article = created("Packed up");
        JsonObject archive = admin().get(article + "/history.json").expect(200).json();
        Http.Answer file = admin().get(article + "/history.zip").expect(200);
        assertThat(file.header("Content-Type")).hasValue("application/zip");
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(file.body()).startsWith("PK");
        String hash = newestHash(admin().get(article + "/revisions"));
        JsonObject asJson =
                admin().send("POST", HISTORIES, archive.toString()).expect(201).json();
        JsonObject asZip = zips().send("POST", HISTORIES, BodyPublishers.ofByteArray(zip(archive)))
                .expect(201)
                .json();
        for (JsonObject back : new JsonObject[] {asJson, asZip}) {
            assertThat(newestHash(admin().get("api/v1/articles/" + back.getInt("id") + "/revisions")))
                    .isEqualTo(hash);
        }
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
