package org.galley.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.galley.intake.format.ImportedStory;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.story.Header;

/** Finds the section of this site that a sender means. */
@Dependent
class ImportHeaders {
    @Inject
    private Sections sections;

    /** The header of a story, in the section that it names by key or by name, or else in the first one. */
    Header of(ImportedStory story) {
        return story.header()
                .withSection(section(story).orElseGet(() -> sections.first().key()));
    }

    /** The key of the first section that the story names and the site has. */
    Optional<String> section(ImportedStory story) {
        List<SectionName> all = sections.all();
        return story.sections().stream()
                .flatMap(named -> all.stream()
                        .filter(one -> one.key().equalsIgnoreCase(named.strip())
                                || one.name().equalsIgnoreCase(named.strip())))
                .map(SectionName::key)
                .findFirst();
    }
}
