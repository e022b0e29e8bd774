package org.galley.api.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;

/** Keeps answers of the desk out of caches, except where a resource says otherwise. */
@Provider
public class NotStoredFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().computeIfAbsent(HttpHeaders.CACHE_CONTROL, name -> {
            List<Object> values = new ArrayList<>();
            values.add("no-store");
            return values;
        });
    }
}
