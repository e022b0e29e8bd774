package org.galley.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galley.intake.ImportOutcome;
import org.galley.intake.Imports;
import org.galley.intake.Imports.Reading;
import org.galley.intake.format.ImportNote;
import org.galley.intake.format.ImportedStory;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Header;

/** Several stories at a time: shows what is in them, and takes in those that were chosen. */
@RequestScoped
public class Batch {
    @Inject
    private Imports imports;

    List<StoryRow> rows(List<Reading> readings) {
        List<StoryRow> rows = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.problem() != null) {
                rows.add(unread(rows.size(), reading));
            }
            reading.stories()
                    .forEach(story ->
                            rows.add(row(rows.size(), reading.name(), story, null, foreseen(story), null, null)));
        }
        return rows;
    }

    private String foreseen(ImportedStory story) {
        return imports.isKnown(story) ? imports.foresee(story).key() : null;
    }

    private static StoryRow unread(int position, Reading reading) {
        return new StoryRow(
                position, reading.name(), "", "", 0, 0, List.of(), List.of(), reading.problem(), null, null, null);
    }

    private static StoryRow row(
            int position,
            String file,
            ImportedStory story,
            String problem,
            String foreseen,
            String outcome,
            String address) {
        return new StoryRow(
                position,
                file,
                story.header().headline(),
                story.format(),
                story.body().size(),
                story.words(),
                story.warnings(),
                story.notes().stream().filter(ImportNote::isDropped).toList(),
                problem,
                foreseen,
                outcome,
                address);
    }

    /**
     * Takes in the chosen stories, each by itself: what is wrong with one does not stop the others.
     *
     * @param section the key of the section for all of them; empty for where each says
     */
    List<StoryRow> take(List<Reading> readings, Set<Integer> chosen, String section) {
        List<StoryRow> rows = new ArrayList<>();
        int position = 0;
        for (Reading reading : readings) {
            position += reading.problem() == null ? 0 : 1;
            for (ImportedStory story : reading.stories()) {
                if (chosen.contains(position)) {
                    rows.add(take(position, reading.name(), story, section));
                }
                position++;
            }
        }
        return rows;
    }

    private StoryRow take(int position, String file, ImportedStory story, String section) {
        try {
            Header header = section.isEmpty() ? null : imports.header(story).withSection(section);
            ImportOutcome outcome = imports.take(story, header);
            String address = outcome.article() == null
                    ? null
                    : outcome.proposal() == null
                            ? "/write/" + outcome.article().id()
                            : "/history/" + outcome.article().id() + "?proposal=" + outcome.proposal();
            return row(
                    position, file, outcome.story(), null, null, outcome.kind().key(), address);
        } catch (RefusedException e) {
            return row(position, file, story, e.getMessage(), null, "failed", null);
        }
    }
}
