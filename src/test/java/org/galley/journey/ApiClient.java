package org.galley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** One person's way into the HTTP API, as a script would have it. */
final class ApiClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String token;

    private ApiClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Somebody without an account. */
    static ApiClient reader(URI base) {
        return new ApiClient(base, null);
    }

    /** Gets a token for a demo account. */
    static ApiClient signIn(URI base, String username) {
        String basic = Base64.getEncoder().encodeToString((username + ":demo").getBytes(StandardCharsets.UTF_8));
        Answer answer = send(HttpRequest.newBuilder(under(base, "/api/v1/tokens"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody()));
        return new ApiClient(base, answer.expect(200).json().getString("token"));
    }

    /** An answer as it came. */
    record Answer(int status, String body, HttpResponse<String> response) {
        Answer expect(int wanted) {
            assertThat(status)
                    .as("%s %s: %s", response.request().method(), response.uri(), body)
                    .isEqualTo(wanted);
            return this;
        }

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        String etag() {
            return header("ETag").orElseThrow();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer postNothing(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    Answer postText(String path, String text) {
        return send(request(path)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    /** @param ifMatch the tag from which the change started, or null to send none */
    Answer put(String path, String ifMatch, JsonObject body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(under(base, path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Galley runs under any context root, so a path counts from there, unless an answer has named the whole address. */
    private static URI under(URI base, String path) {
        boolean belowRoot = path.startsWith("/") && !path.startsWith(base.getPath());
        return base.resolve(belowRoot ? path.substring(1) : path);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the journey was interrupted", e);
        }
    }
}
