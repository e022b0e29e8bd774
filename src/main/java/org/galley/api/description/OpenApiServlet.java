package org.galley.api.description;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.galley.publishing.ZippedAnswers;
import org.galley.story.ContentHash;

/** Sends the description of the API at {@code /openapi}, to everybody. */
@WebServlet(name = "openapi", urlPatterns = "/openapi")
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String JSON = "application/json";
    /** The media type that the OpenAPI Initiative asks the IANA to register. */
    private static final String OPENAPI = "application/openapi+json;version=3.1";

    @Inject
    private transient BeanManager beans;

    @Inject
    private transient ZippedAnswers zipped;

    private transient byte[] description;
    private transient String name;

    @Override
    public void init() {
        Set<Class<?>> resources = new LinkedHashSet<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(resources::add);
        description = new ApiDescription().of(resources).toString().getBytes(StandardCharsets.UTF_8);
        name = ContentHash.of(description).hex().substring(0, 32);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ZippedAnswers.Encoded answer = zipped.encode(request.getHeader("Accept-Encoding"), name, description);
        response.setHeader("ETag", answer.tag());
        response.setHeader("Vary", "Accept, Accept-Encoding");
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        String known = request.getHeader("If-None-Match");
        if (known != null && zipped.isKnown(known, name)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String accepted = request.getHeader("Accept");
        response.setContentType(accepted != null && accepted.contains(JSON) ? JSON : OPENAPI);
        if (answer.isZipped()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(answer.bytes().length);
        response.getOutputStream().write(answer.bytes());
    }
}
