package org.galley.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionMappersTest {
    private static final Logger LOG = Logger.getLogger(Incidents.class.getName());

    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler memory = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void beginRest() {
        RuntimeDelegate.setInstance(new StubRest());
    }

    @AfterAll
    static void endRest() {
        RuntimeDelegate.setInstance(null);
    }

    @BeforeEach
    void listen() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(memory);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(memory);
        LOG.setUseParentHandlers(true);
    }

    private static JsonObject bodyOf(Response answer) {
        assertThat(answer.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
        String text = new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
        JsonObject body = Json.createReader(new StringReader(text)).readObject();
        assertThat(body.getInt("status")).isEqualTo(answer.getStatus());
        return body;
    }

    private static JsonParsingException parsingFailure() {
        return catchThrowableOfType(JsonParsingException.class, () -> {
            try (JsonParser parser = Json.createParser(new StringReader("{\n \"a\": secret"))) {
                while (parser.hasNext()) {
                    parser.next();
                }
            }
        });
    }

    private void assertIncident(Response answer, Throwable cause) {
        JsonObject body = bodyOf(answer);
        assertThat(answer.getStatus()).isEqualTo(500);
        String id = body.getString("incident");
        assertThat(id).matches("[0-9a-f]{12}");
        assertThat(body.getString("instance")).isEqualTo("urn:galley:incident:" + id);
        assertThat(body.toString()).doesNotContain("secret", "Exception", "galley.api");
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getMessage()).contains(id).doesNotContain("secret");
        assertThat(logged.get(0).getThrown()).isSameAs(cause);
    }

    @Test
    void a_thrown_problem_is_the_answer_and_is_not_logged() {
        ProblemException thrown = Problem.of(ProblemType.NOT_NOW)
                .detail("Revision 7 — «не» approved.")
                .extension("revision", 7)
                .exception();
        Response answer = new ProblemExceptionMapper().toResponse(thrown);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(bodyOf(answer)).isEqualTo(thrown.problem().toJson());
        assertThat(logged).isEmpty();
    }

    @Test
    void a_problem_that_a_container_wrapped_is_still_the_answer() {
        RuntimeException wrapped = new IllegalStateException(
                new RuntimeException(Problem.of(ProblemType.NOT_ALLOWED).exception()));
        assertThat(new UnexpectedExceptionMapper().toResponse(wrapped).getStatus())
                .isEqualTo(403);
        assertThat(logged).isEmpty();
    }

    @Test
    void a_body_that_is_no_json_is_answered_with_line_and_column() {
        for (Response answer : List.of(
                new JsonExceptionMapper().toResponse(parsingFailure()),
                new JsonbExceptionMapper().toResponse(new JsonbException("secret", parsingFailure())),
                new UnexpectedExceptionMapper().toResponse(new ProcessingException("secret", parsingFailure())),
                new HttpExceptionMapper().toResponse(new BadRequestException("secret", parsingFailure())))) {
            JsonObject body = bodyOf(answer);
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(body.getInt("line")).isEqualTo(2);
            assertThat(body.getInt("column")).isPositive();
            assertThat(body.toString()).doesNotContain("secret");
        }
        assertThat(logged).isEmpty();
    }

    @Test
    void a_body_that_json_b_cannot_bind_is_a_bad_request() {
        JsonObject body = bodyOf(new JsonbExceptionMapper().toResponse(new JsonbException("secret value")));
        assertThat(body.getString("detail")).isEqualTo("This JSON does not have the form that is asked for.");
    }

    @Test
    void json_that_we_failed_to_write_is_our_fault() {
        JsonGenerationException ours = new JsonGenerationException("secret");
        assertIncident(new JsonExceptionMapper().toResponse(ours), ours);
    }

    @Test
    void stored_json_that_a_service_failed_to_read_is_our_fault() {
        RuntimeException ours = new IllegalStateException("secret", parsingFailure());
        assertIncident(new UnexpectedExceptionMapper().toResponse(ours), ours);
    }

    @Test
    void whatever_else_is_thrown_is_an_incident_without_a_word_of_what_it_was() {
        Throwable thrown = new NullPointerException("secret");
        assertIncident(new UnexpectedExceptionMapper().toResponse(thrown), thrown);
    }

    @Test
    void an_exception_that_is_its_own_cause_in_a_ring_is_an_incident_too() {
        RuntimeException first = new RuntimeException("secret");
        RuntimeException second = new RuntimeException("secret", first);
        first.initCause(second);
        assertIncident(new UnexpectedExceptionMapper().toResponse(second), second);
    }

    @Test
    void a_server_error_of_the_rest_server_is_an_incident() {
        WebApplicationException thrown = new InternalServerErrorException("secret");
        assertIncident(new HttpExceptionMapper().toResponse(thrown), thrown);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 503})
    void an_error_of_the_rest_server_becomes_a_document_without_its_words(int status) {
        WebApplicationException thrown = new WebApplicationException(
                "secret", Response.status(status).entity("<html>secret").build());
        JsonObject body = bodyOf(new HttpExceptionMapper().toResponse(thrown));
        assertThat(body.getString("type")).isEqualTo("about:blank");
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(body.toString()).doesNotContain("secret");
        assertThat(logged).isEmpty();
    }

    @Test
    void headers_that_help_the_client_stay() {
        Response notAllowed = new HttpExceptionMapper()
                .toResponse(new WebApplicationException(Response.status(405)
                        .header("Allow", "GET, PUT")
                        .header("content-type", "text/html")
                        .build()));
        assertThat(notAllowed.getHeaderString("Allow")).isEqualTo("GET, PUT");
        assertThat(notAllowed.getHeaderString("content-type")).isNull();
        assertThat(bodyOf(notAllowed).getString("detail"))
                .isEqualTo("This address does not take this method; it takes GET, PUT.");
        Response notSignedIn =
                new HttpExceptionMapper().toResponse(new NotAuthorizedException("secret", "Bearer", "Basic"));
        assertThat(notSignedIn.getStringHeaders().get("WWW-Authenticate")).containsExactly("Bearer", "Basic");
        assertThat(bodyOf(new HttpExceptionMapper().toResponse(new NotFoundException()))
                        .getString("title"))
                .isEqualTo("Not Found");
    }

    @Test
    void a_redirection_is_no_error() {
        Response see = Response.status(303).header("Location", "/x").build();
        assertThat(new HttpExceptionMapper().toResponse(new WebApplicationException(see)))
                .isSameAs(see);
    }
}
