package org.galley.web.assets;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts a fingerprint of the content into the address of each style and module of Galley's own, so that a browser never mixes
 * those of two releases.
 *
 * <p>Browsers keep them for days. Modules find each other through the page's import map, which holds these same addresses, so a
 * module that changed is fetched anew and one that did not is not. PrimeFaces puts its own version into its addresses.
 */
public class FingerprintedResources extends ResourceHandlerWrapper {
    private static final Set<String> LIBRARIES = Set.of("galley", "webjars");
    private static final int BYTES = 6;

    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

    public FingerprintedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name, String library) {
        return fingerprinted(super.createResource(name, library));
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return fingerprinted(super.createResource(name, library, contentType));
    }

    private Resource fingerprinted(Resource resource) {
        boolean own =
                resource != null && resource.getLibraryName() != null && LIBRARIES.contains(resource.getLibraryName());
        return own ? new Fingerprinted(resource) : resource;
    }

    private String fingerprint(Resource resource) {
        return fingerprints.computeIfAbsent(
                resource.getLibraryName() + "/" + resource.getResourceName(), key -> hash(resource));
    }

    private static String hash(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource.getResourceName(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A resource whose address ends with what it holds. */
    private final class Fingerprinted extends ResourceWrapper {
        Fingerprinted(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return path + (path.contains("?") ? "&" : "?") + "v=" + fingerprint(getWrapped());
        }
    }
}
