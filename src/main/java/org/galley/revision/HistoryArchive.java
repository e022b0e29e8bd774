package org.galley.revision;

import java.util.List;
import java.util.Map;

/**
 * A whole history as it leaves one Galley and enters another.
 *
 * @param revisions from the first to the newest; never empty in one that is to be taken in
 * @param steps of the workflow, the newest first
 * @param contents every canonical text that the revisions name, by its SHA-256, hexadecimal
 */
public record HistoryArchive(List<ArchivedRevision> revisions, List<WorkflowStep> steps, Map<String, String> contents) {
    public HistoryArchive {
        revisions = List.copyOf(revisions);
        steps = List.copyOf(steps);
        contents = Map.copyOf(contents);
    }
}
