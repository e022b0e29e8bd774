package org.galley.intake.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.platform.config.GalleySettings;

/** Reads NewsML-G2: a news item by itself, or all that are in a news message; packages and lists of concepts are no stories. */
@ApplicationScoped
public class NewsMlFormat implements ImportFormat {
    private static final Set<String> ROOTS =
            Set.of("newsItem", "newsMessage", "packageItem", "knowledgeItem", "conceptItem", "planningItem");

    @Inject
    private GalleySettings settings;

    @Override
    public String key() {
        return "newsml-g2";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(
                "application/vnd.iptc.g2.newsitem+xml",
                "application/vnd.iptc.g2.newsmessage+xml",
                "application/vnd.iptc.g2.packageitem+xml",
                "application/vnd.iptc.g2.knowledgeitem+xml",
                "text/vnd.iptc.newsml");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean recognises(ImportSource source) {
        return source.isXml() && ROOTS.contains(RootName.of(source.head()));
    }

    @Override
    public List<ImportedStory> read(ImportSource source) {
        XmlElement root = source.xml();
        if (!ROOTS.contains(root.name())) {
            throw new UnreadableException("not-newsml", "This is XML, but no NewsML-G2 item or message.");
        }
        NewsItem reader = new NewsItem(new Moments(settings.zone()));
        List<ImportedStory> stories = new ArrayList<>();
        Map<String, Integer> others = new LinkedHashMap<>();
        List<XmlElement> items = root.name().equals("newsMessage")
                ? root.children("itemSet").flatMap(XmlElement::children).toList()
                : List.of(root);
        for (XmlElement item : items) {
            boolean isStory = item.name().equals("newsItem") && NewsItem.isText(item);
            if (isStory) {
                stories.add(reader.read(item));
            } else {
                others.merge(
                        item.name().equals("newsItem") ? NewsItem.kind(item) + " item" : item.name(), 1, Integer::sum);
            }
        }
        if (stories.isEmpty()) {
            throw new UnreadableException(
                    "no-story",
                    "There is no news item with a text in this document"
                            + (others.isEmpty() ? "." : ", only: " + String.join(", ", others.keySet()) + "."));
        }
        others.forEach((kind, times) -> stories.set(
                0,
                stories.get(0)
                        .with(ImportNote.dropped(
                                "no-story",
                                "In the same message, and no story: " + kind + ", " + times + " of them."))));
        return stories;
    }
}
