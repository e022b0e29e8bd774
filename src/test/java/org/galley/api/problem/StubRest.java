package org.galley.api.problem;

import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.Variant;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Just enough of a REST server for building answers: status, headers, body. */
final class StubRest extends RuntimeDelegate {

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("not needed to build an answer");
    }

    @Override
    public Response.ResponseBuilder createResponseBuilder() {
        return new Builder();
    }

    @Override
    public UriBuilder createUriBuilder() {
        throw unused();
    }

    @Override
    public Variant.VariantListBuilder createVariantListBuilder() {
        throw unused();
    }

    @Override
    public <T> T createEndpoint(Application application, Class<T> endpointType) {
        throw unused();
    }

    @Override
    public <T> HeaderDelegate<T> createHeaderDelegate(Class<T> type) {
        throw unused();
    }

    @Override
    public Link.Builder createLinkBuilder() {
        throw unused();
    }

    @Override
    public SeBootstrap.Configuration.Builder createConfigurationBuilder() {
        throw unused();
    }

    @Override
    public CompletionStage<SeBootstrap.Instance> bootstrap(
            Application application, SeBootstrap.Configuration configuration) {
        throw unused();
    }

    @Override
    public CompletionStage<SeBootstrap.Instance> bootstrap(
            Class<? extends Application> type, SeBootstrap.Configuration configuration) {
        throw unused();
    }

    @Override
    public EntityPart.Builder createEntityPartBuilder(String partName) {
        throw unused();
    }

    private static final class Builder extends Response.ResponseBuilder {
        private int status = 200;
        private Object entity;
        private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

        @Override
        public Response build() {
            return new Answer(status, entity, headers);
        }

        @Override
        @SuppressWarnings("MissingSuperCall")
        public Response.ResponseBuilder clone() {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder status(int code) {
            status = code;
            return this;
        }

        @Override
        public Response.ResponseBuilder status(int code, String reason) {
            return status(code);
        }

        @Override
        public Response.ResponseBuilder entity(Object body) {
            entity = body;
            return this;
        }

        @Override
        public Response.ResponseBuilder entity(Object body, Annotation[] annotations) {
            return entity(body);
        }

        @Override
        public Response.ResponseBuilder header(String name, Object value) {
            headers.add(name, value);
            return this;
        }

        @Override
        public Response.ResponseBuilder allow(String... methods) {
            return header("Allow", String.join(", ", methods));
        }

        @Override
        public Response.ResponseBuilder allow(Set<String> methods) {
            return header("Allow", String.join(", ", methods));
        }

        @Override
        public Response.ResponseBuilder location(URI location) {
            return header("Location", location);
        }

        @Override
        public Response.ResponseBuilder cacheControl(CacheControl cacheControl) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder encoding(String encoding) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder replaceAll(MultivaluedMap<String, Object> all) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder language(String language) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder language(Locale language) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder type(MediaType type) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder type(String type) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder variant(Variant variant) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder contentLocation(URI location) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder cookie(NewCookie... cookies) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder expires(Date expires) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder lastModified(Date lastModified) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder tag(EntityTag tag) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder tag(String tag) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder variants(Variant... variants) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder variants(List<Variant> variants) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder links(Link... links) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder link(URI uri, String rel) {
            throw unused();
        }

        @Override
        public Response.ResponseBuilder link(String uri, String rel) {
            throw unused();
        }
    }

    private static final class Answer extends Response {
        private final int status;
        private final Object entity;
        private final MultivaluedMap<String, Object> headers;

        Answer(int status, Object entity, MultivaluedMap<String, Object> headers) {
            this.status = status;
            this.entity = entity;
            this.headers = headers;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public StatusType getStatusInfo() {
            return Status.fromStatusCode(status);
        }

        @Override
        public Object getEntity() {
            return entity;
        }

        @Override
        public boolean hasEntity() {
            return entity != null;
        }

        @Override
        public MultivaluedMap<String, Object> getMetadata() {
            return headers;
        }

        @Override
        public MultivaluedMap<String, String> getStringHeaders() {
            MultivaluedMap<String, String> strings = new MultivaluedHashMap<>();
            headers.forEach((name, values) -> values.forEach(value -> strings.add(name, value.toString())));
            return strings;
        }

        @Override
        public String getHeaderString(String name) {
            List<String> values = getStringHeaders().get(name);
            return values == null ? null : String.join(",", values);
        }

        @Override
        public <T> T readEntity(Class<T> entityType) {
            throw unused();
        }

        @Override
        public <T> T readEntity(GenericType<T> entityType) {
            throw unused();
        }

        @Override
        public <T> T readEntity(Class<T> entityType, Annotation[] annotations) {
            throw unused();
        }

        @Override
        public <T> T readEntity(GenericType<T> entityType, Annotation[] annotations) {
            throw unused();
        }

        @Override
        public boolean bufferEntity() {
            throw unused();
        }

        @Override
        public void close() {}

        @Override
        public MediaType getMediaType() {
            throw unused();
        }

        @Override
        public Locale getLanguage() {
            throw unused();
        }

        @Override
        public int getLength() {
            throw unused();
        }

        @Override
        public Set<String> getAllowedMethods() {
            throw unused();
        }

        @Override
        public Map<String, NewCookie> getCookies() {
            throw unused();
        }

        @Override
        public EntityTag getEntityTag() {
            throw unused();
        }

        @Override
        public Date getDate() {
            throw unused();
        }

        @Override
        public Date getLastModified() {
            throw unused();
        }

        @Override
        public URI getLocation() {
            throw unused();
        }

        @Override
        public Set<Link> getLinks() {
            throw unused();
        }

        @Override
        public boolean hasLink(String relation) {
            throw unused();
        }

        @Override
        public Link getLink(String relation) {
            throw unused();
        }

        @Override
        public Link.Builder getLinkBuilder(String relation) {
            throw unused();
        }
    }
}
