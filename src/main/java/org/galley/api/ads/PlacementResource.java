package org.galley.api.ads;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Limits;
import org.galley.placement.Placement;
import org.galley.placement.Sentences;
import org.galley.placement.Solution;

/** Solves placement for any blocks, as for those of other systems; nothing is stored. */
@Path("placement")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ads")
public class PlacementResource {
    @POST
    @Path("solve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The best layout for any blocks, every gap explained")
    public StreamingOutput solve(InputStream body) throws IOException {
        PlacementInput input = PlacementInput.read(JsonBody.parse(body, Limits.STORY_BYTES));
        Solution best = Placement.solve(input.blocks(), input.policy(), input.pins(), input.refused());
        return ReportJson.of(best.slots(), best.report(), Sentences.withIds());
    }
}
