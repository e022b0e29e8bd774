package org.galley.api.media;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemResponse;
import org.galley.media.ImageRefusedException;
import org.galley.platform.config.GalleySettings;

/** Answers why a file is not taken as a picture: 413 for its bytes, 415 for its kind, 422 for what is in it. */
@Provider
public class ImageRefusedMapper implements ExceptionMapper<ImageRefusedException> {
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private GalleySettings settings;

    @Override
    public Response toResponse(ImageRefusedException refused) {
        Problem.Builder problem = Problem.ofStatus(status(refused))
                .detail(refused.getMessage())
                .extension("code", refused.reason().key());
        switch (refused.reason()) {
            case TOO_MANY_BYTES -> problem.extension("maxBytes", settings.mediaMaxBytes());
            case TOO_MANY_PIXELS -> problem.extension("maxPixels", settings.mediaMaxPixels());
            default -> {}
        }
        return ProblemResponse.of(problem.build());
    }

    private static int status(ImageRefusedException refused) {
        return switch (refused.reason()) {
            case TOO_MANY_BYTES -> TOO_LARGE;
            case UNKNOWN_KIND -> UNSUPPORTED;
            case EMPTY, TOO_MANY_PIXELS, TRUNCATED, MIXED, BROKEN -> UNPROCESSABLE;
        };
    }
}
