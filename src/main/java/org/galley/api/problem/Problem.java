package org.galley.api.problem;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What went wrong, as an answer of the API: a problem document of RFC 9457.
 *
 * <pre>{@code
 * throw Problem.of(ProblemType.NOT_NOW)
 *         .detail("Revision 7 is not approved; approve it first.")
 *         .extension("revision", 7)
 *         .exception();
 * }</pre>
 *
 * @param type what kind of problem it is; {@code about:blank} when the status says it all
 * @param title the kind in a few words, the same every time
 * @param status the HTTP status, 400 to 599
 * @param detail what happened this time and what to do, in sentences; never null, empty if there is no more to say
 * @param instance a name for this one occurrence, or null
 * @param violations the fields at fault in the order of the body; never null, immutable
 * @param extensions further members by name, in order; never null, immutable
 */
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        URI instance,
        List<Violation> violations,
        Map<String, JsonValue> extensions) {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final URI ABOUT_BLANK = URI.create("about:blank");
    private static final Set<String> OWN_MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "violations");
    private static final JsonProvider JSON = JsonProvider.provider();

    /** @throws IllegalArgumentException if the status is no error, or an extension has the name of a member of its own */
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        violations = List.copyOf(violations);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, not " + status);
        }
        for (String name : extensions.keySet()) {
            if (OWN_MEMBERS.contains(name)) {
                throw new IllegalArgumentException("every problem has a member " + name + " of its own");
            }
        }
    }

    /** Begins a problem of a kind that clients can tell apart. */
    public static Builder of(ProblemType type) {
        return new Builder(type.uri(), type.title(), type.status());
    }

    /** A problem of a kind that clients can tell apart, with nothing but words. */
    public static Problem of(ProblemType type, String detail) {
        return of(type).detail(detail).build();
    }

    /** Begins a problem of which the HTTP status says all ({@code about:blank}, titled with the status's own words). */
    public static Builder ofStatus(int status) {
        return new Builder(ABOUT_BLANK, phrase(status), status);
    }

    private static String phrase(int status) {
        if (status == 422) {
            // Newer than the table of Jakarta REST 3.1.
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    /** The document; {@code detail}, {@code instance} and {@code violations} stand in it only when they say something. */
    public JsonObject toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", type.toString())
                .add("title", title)
                .add("status", status);
        if (!detail.isEmpty()) {
            json.add("detail", detail);
        }
        if (instance != null) {
            json.add("instance", instance.toString());
        }
        if (!violations.isEmpty()) {
            JsonArrayBuilder list = JSON.createArrayBuilder();
            violations.forEach(violation -> list.add(violation.toJson()));
            json.add("violations", list);
        }
        extensions.forEach(json::add);
        return json.build();
    }

    /** Collects what a problem says; for use by one thread. */
    public static final class Builder {
        private final URI type;
        private final String title;
        private final int status;
        private String detail = "";
        private URI instance;
        private final List<Violation> violations = new ArrayList<>();
        private final Map<String, JsonValue> extensions = new LinkedHashMap<>();

        private Builder(URI type, String title, int status) {
            this.type = type;
            this.title = title;
            this.status = status;
        }

        /** What happened this time and what to do about it, in sentences; shown to the client. */
        public Builder detail(String sentences) {
            this.detail = sentences;
            return this;
        }

        /** A name for this one occurrence. */
        public Builder instance(URI occurrence) {
            this.instance = occurrence;
            return this;
        }

        public Builder violation(Violation violation) {
            violations.add(violation);
            return this;
        }

        public Builder violations(List<Violation> more) {
            violations.addAll(more);
            return this;
        }

        public Builder extension(String name, String value) {
            return extension(name, JSON.createValue(value));
        }

        public Builder extension(String name, long value) {
            return extension(name, JSON.createValue(value));
        }

        public Builder extension(String name, JsonValue value) {
            extensions.put(name, value);
            return this;
        }

        public Problem build() {
            return new Problem(type, title, status, detail, instance, violations, extensions);
        }

        /** The problem as something to throw. */
        public ProblemException exception() {
            return new ProblemException(build());
        }
    }
}
