package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures over HTTP: what is taken, what is refused and how, who sees them and when. */
interface MediaEdges {
    URI base();

    /** The path of a new article of the journalist with the paragraphs p1, p2 and p3. */
    String created(String headline);

    private static byte[] jpeg(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Http.Answer uploads(String person, String declared, byte[] file) {
        return Http.person(base(), person)
                .with("Content-Type", declared)
                .send("POST", "api/v1/media", BodyPublishers.ofByteArray(file));
    }

    private JsonObject refused(int status, byte[] file) {
        return uploads("journalist", "image/png", file).problem(status);
    }

    @Test
    default void a_picture_is_known_by_its_content_whatever_it_is_called() {
        JsonObject made =
                uploads("journalist", "text/plain", jpeg(1000, 500)).expect(201).json();
        assertThat(made.getString("contentType")).isEqualTo("image/jpeg");
        assertThat(made.getJsonArray("renditions").getValuesAs(JsonObject.class))
                .extracting(rendition -> rendition.getString("name"))
                .containsExactlyInAnyOrder("480", "960", "1000", "share-50-50");
        assertThat(made.getString("uploadedBy")).isEqualTo("journalist");
    }

    @Test
    default void a_form_with_a_file_is_taken_like_the_file_itself() {
        String start = "--b1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwords\r\n--b1\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.gif\"\r\nContent-Type: image/gif\r\n\r\n";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(jpeg(300, 200));
        form.writeBytes("\r\n--b1--\r\n".getBytes(StandardCharsets.UTF_8));
        JsonObject made = uploads("editor", "multipart/form-data; boundary=b1", form.toByteArray())
                .expect(201)
                .json();
        assertThat(made.getInt("width")).isEqualTo(300);
        String empty = "--b1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwords\r\n--b1--\r\n";
        JsonObject problem = uploads(
                        "editor", "multipart/form-data; boundary=b1", empty.getBytes(StandardCharsets.UTF_8))
                .problem(422);
        assertThat(problem.getString("code")).isEqualTo("no-file");
    }

    @Test
    default void what_is_no_picture_is_refused_with_the_reason() {
        assertThat(refused(422, new byte[0]).getString("code")).isEqualTo("empty-file");
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(415, svg).getString("detail")).contains("SVG");
        byte[] whole = jpeg(600, 400);
        assertThat(refused(422, Arrays.copyOf(whole, whole.length / 2)).getString("code"))
                .isEqualTo("truncated");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(whole);
        both.writeBytes("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused(422, both.toByteArray()).getString("code")).isEqualTo("mixed");
        JsonObject large = refused(413, new byte[21 * 1024 * 1024]);
        assertThat(large.getInt("maxBytes")).isEqualTo(20 * 1024 * 1024);
    }

    @Test
    default void who_may_not_write_uploads_nothing() {
        uploads("admanager", "image/jpeg", jpeg(10, 10)).problem(403);
        Http.nobody(base())
                .with("Content-Type", "image/jpeg")
                .send("POST", "api/v1/media", BodyPublishers.ofByteArray(jpeg(10, 10)))
                .problem(401);
        Http.nobody(base()).get("api/v1/media/" + "0".repeat(32)).problem(401);
        Http.person(base(), "editor").get("api/v1/media/" + "0".repeat(32)).problem(404);
    }

    @Test
    default void the_focus_is_set_by_who_uploaded_the_picture_or_edits() {
        String id = uploads("journalist", "image/jpeg", jpeg(900, 600))
                .expect(201)
                .json()
                .getString("id");
        String focus = "api/v1/media/" + id + "/focus";
        JsonObject corner = Json.createObjectBuilder().add("x", 10).add("y", 90).build();
        Http.person(base(), "journalist2").json("PUT", focus, corner).problem(403);
        Http.person(base(), "journalist").json("PUT", focus, corner).expect(200);
        JsonObject now = Http.person(base(), "editor")
                .json("PUT", focus, corner)
                .expect(200)
                .json();
        assertThat(now.getJsonObject("focus").getInt("y")).isEqualTo(90);
        assertThat(now.getJsonArray("renditions").getValuesAs(JsonObject.class))
                .extracting(rendition -> rendition.getString("name"))
                .contains("share-10-90", "share-50-50");
        JsonObject outside =
                Json.createObjectBuilder().add("x", 101).add("y", 0).build();
        Http.person(base(), "journalist").json("PUT", focus, outside).problem(400);
    }

    private Http.Answer step(String person, String article, String action) {
        return Http.person(base(), person)
                .json(
                        "POST",
                        article + "/transitions",
                        Json.createObjectBuilder()
                                .add("action", action)
                                .add("note", "for the test")
                                .build());
    }

    private void keeps(String article, String src, String alt) {
        Http journalist = Http.person(base(), "journalist");
        JsonObject image = Json.createObjectBuilder()
                .add("id", "i1")
                .add("type", "image")
                .add("src", src)
                .add("alt", alt)
                .add("caption", "A caption")
                .add("credit", "A. Person")
                .build();
        JsonObject patch = Json.createObjectBuilder()
                .add("slug", "pictured-" + article.replaceAll("\\D", ""))
                .add("standfirst", "Said in short")
                .add("leadImage", Json.createObjectBuilder().add("src", src).add("alt", "What it shows"))
                .add("blocks", Json.createArrayBuilder().add(image))
                .add(
                        "placed",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("id", "i1").add("after", "p1")))
                .build();
        journalist
                .with("If-Match", journalist.get(article).etag())
                .json("PATCH", article + "/working-copy", patch)
                .expect(200);
    }

    @Test
    default void readers_get_a_picture_with_its_story_and_lose_it_with_it() {
        String src = uploads("journalist", "image/jpeg", jpeg(1200, 800))
                .expect(201)
                .json()
                .getString("src");
        String article = created("A pictured story");
        keeps(article, src, "");
        JsonObject blocked = step("journalist", article, "submit").problem(409);
        assertThat(blocked.getString("detail")).contains("do not see it");
        keeps(article, src, "Two people on a bridge");
        Http reader = Http.nobody(base());
        assertThat(reader.get(src.substring(1)).status()).isEqualTo(404);
        for (String action : new String[] {"submit", "approve", "publish"}) {
            Http.Answer answer = step(action.equals("submit") ? "journalist" : "editor", article, action);
            assertThat(answer.status()).as("%s: %s", action, answer.body()).isBetween(200, 299);
        }
        Http.Answer picture = reader.get(src.substring(1)).expect(200);
        assertThat(picture.header("Content-Type")).contains("image/jpeg");
        assertThat(picture.header("Cache-Control").orElse("")).contains("public", "immutable");
        assertThat(picture.header("Set-Cookie")).isEmpty();
        String page = reader.get("news/world/pictured-" + article.replaceAll("\\D", ""))
                .expect(200)
                .body();
        assertThat(page)
                .contains("480.jpg 480w, ", "1200.jpg 1200w\"", "width=\"1200\" height=\"800\"", "share-50-50.jpg")
                .contains("alt=\"Two people on a bridge\"", "og:image:width");
        step("editor", article, "withdraw");
        assertThat(reader.get(src.substring(1)).status()).isEqualTo(404);
    }
}
