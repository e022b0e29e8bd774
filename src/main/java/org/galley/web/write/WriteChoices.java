package org.galley.web.write;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleLists;
import org.galley.media.Media;
import org.galley.people.People;
import org.galley.people.SectionName;
import org.galley.people.Sections;

/** What the fields of the Write screen offer to choose from. */
@Named
@RequestScoped
public class WriteChoices {
    @Inject
    private Sections sections;

    @Inject
    private ArticleLists lists;

    @Inject
    private People people;

    @Inject
    private Media media;

    public List<SectionName> getSections() {
        return sections.all();
    }

    /** Languages to choose from, the story's own among them. */
    public List<LanguageName> languages(String current) {
        return LanguageName.around(current);
    }

    /** Names to complete bylines with, as JSON: the people here, then who was named before. */
    public String getBylines() {
        Set<String> names = new LinkedHashSet<>();
        people.all().forEach(account -> names.add(account.displayName()));
        names.addAll(lists.lastUsed().get("bylines"));
        return Json.createArrayBuilder(names).build().toString();
    }

    /** Tags to complete tags with, as JSON, those used most first. */
    public String getTags() {
        return Json.createArrayBuilder(lists.lastUsed().get("tags")).build().toString();
    }

    /** The most bytes that a picture file may have. */
    public int getPictureBytes() {
        return media.maxBytes();
    }
}
