package org.galley.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.galley.platform.config.GalleySettings;

/** Finds where a request comes from when proxies stand before the server. */
@ApplicationScoped
class ClientAddress {
    @Inject
    private GalleySettings settings;

    String of(HttpServletRequest request) {
        return of(
                request.getRemoteAddr(),
                String.join(",", Collections.list(request.getHeaders("X-Forwarded-For"))),
                settings.proxies());
    }

    /**
     * The last address that no trusted proxy has. Whatever stands before it in the header was written by the client, who may write
     * what it likes there.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the header's addresses, with commas between, the client's first; empty without the header
     * @param proxies addresses of the trusted proxies
     */
    static String of(String peer, String forwardedFor, Set<String> proxies) {
        String address = peer;
        String[] hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0 && proxies.contains(address); i--) {
            String hop = hops[i].strip();
            if (hop.isEmpty()) {
                return address;
            }
            address = hop;
        }
        return address;
    }
}
