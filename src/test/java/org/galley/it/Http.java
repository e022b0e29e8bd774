package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Sends any request, well-formed or not, as one person or as nobody; whatever is asked, no answer is a server's fault. */
final class Http {
    private final HttpClient client;
    private final URI base;
    private final List<String> headers = new ArrayList<>();

    private Http(HttpClient client, URI base, List<String> headers) {
        this.client = client;
        this.base = base;
        this.headers.addAll(headers);
    }

    static Http nobody(URI base) {
        return new Http(HttpClient.newHttpClient(), base, List.of());
    }

    /** Somebody of the demo newsroom, by a token. */
    static Http person(URI base, String username) {
        String basic = Base64.getEncoder().encodeToString((username + ":demo").getBytes(StandardCharsets.UTF_8));
        Answer answer = nobody(base)
                .with("Authorization", "Basic " + basic)
                .send("POST", "api/v1/tokens", "")
                .expect(200);
        return nobody(base).with("Authorization", "Bearer " + answer.json().getString("token"));
    }

    /** The same with another header in each request. */
    Http with(String name, String value) {
        Http other = new Http(client, base, headers);
        other.headers.add(name);
        other.headers.add(value);
        return other;
    }

    /** The same over another connection, for example one that trusts a test's certificate. */
    Http over(HttpClient other) {
        return new Http(other, base, headers);
    }

    record Answer(int status, String body, HttpResponse<String> response) {
        Answer expect(int wanted) {
            assertThat(status)
                    .as("%s %s: %s", response.request().method(), response.uri(), body)
                    .isEqualTo(wanted);
            return this;
        }

        /** A problem document (RFC 9457) of this status, that no cache keeps. */
        JsonObject problem(int wanted) {
            expect(wanted);
            assertThat(header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(header("Cache-Control").orElse("")).contains("no-store");
            JsonObject problem = json();
            assertThat(problem.getInt("status")).isEqualTo(wanted);
            assertThat(problem.getString("title")).isNotBlank();
            assertThat(body).doesNotContain("Exception", "org.galley", "\tat ");
            return problem;
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
        return send("GET", path, BodyPublishers.noBody());
    }

    /** The bytes of an answer 200, for a file. */
    byte[] bytes(String path) {
        HttpResponse<byte[]> response =
                sent(request("GET", path, BodyPublishers.noBody()), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as("GET %s", path).isEqualTo(200);
        return response.body();
    }

    Answer send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body));
    }

    Answer json(String method, String path, JsonObject body) {
        return with("Content-Type", "application/json").send(method, path, body.toString());
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpResponse<String> response = sent(request(method, path, body), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, response.body())
                .isLessThan(500);
        return new Answer(response.statusCode(), response.body(), response);
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body) {
        // As browsers speak without TLS; the client's own wish to go over to HTTP/2 was left without an answer once in
        // many thousands.
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.build();
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", e);
        }
    }
}
