package org.galley.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Mounts the HTTP API at {@code /api/v1}; its resources are found by their annotations. */
@ApplicationPath("api/v1")
public class GalleyApi extends Application {
    @Override
    public Map<String, Object> getProperties() {
        // A WADL of the desk's addresses would be there for everybody, and OpenAPI says the same better.
        // An error without a body is left to BareErrors and not to the server's page for people.
        return Map.of(
                "jersey.config.server.wadl.disableWadl",
                true,
                "jersey.config.server.response.setStatusOverSendError",
                true);
    }
}
