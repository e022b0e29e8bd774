package org.galley.intake.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.platform.config.GalleySettings;
import org.galley.story.Picture;

/** Reads what WordPress exports (WXR): each post, published or not, is a story; pages of other kinds are counted. */
@ApplicationScoped
public class WxrFormat implements ImportFormat {
    private static final Set<String> SKIPPED_STATES = Set.of("trash", "auto-draft", "inherit");

    @Inject
    private GalleySettings settings;

    @Override
    public String key() {
        return "wxr";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/wxr+xml", "application/rss+xml");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean recognises(ImportSource source) {
        return source.isXml() && RootName.of(source.head()).equals("rss");
    }

    @Override
    public List<ImportedStory> read(ImportSource source) {
        XmlElement channel = source.xml()
                .first("channel")
                .orElseThrow(() -> new UnreadableException("not-wxr", "This is XML, but no export of WordPress."));
        if (channel.children("wp:wxr_version").findFirst().isEmpty()) {
            throw new UnreadableException(
                    "not-wxr",
                    "This is a feed, and no export of WordPress. Export it in WordPress under Tools, Export.");
        }
        Map<String, String> authors = new HashMap<>();
        channel.children("wp:author")
                .forEach(one -> authors.put(one.text("wp:author_login"), one.text("wp:author_display_name")));
        Map<String, Picture> attachments = new HashMap<>();
        channel.children("item")
                .filter(one -> one.text("wp:post_type").equals("attachment"))
                .forEach(one -> attachments.put(
                        one.text("wp:post_id"),
                        new Picture(
                                Addresses.NONE.page(one.text("wp:attachment_url")),
                                meta(one, "_wp_attachment_image_alt"),
                                one.text("excerpt:encoded"),
                                "")));
        Map<String, Integer> others = new LinkedHashMap<>();
        List<ImportedStory> stories = new ArrayList<>();
        channel.children("item").forEach(item -> {
            String type = item.text("wp:post_type");
            String status = item.text("wp:status");
            if (!type.equals("post")) {
                others.merge(type.isEmpty() ? "item" : type, 1, Integer::sum);
            } else if (SKIPPED_STATES.contains(status)) {
                others.merge("post in " + status, 1, Integer::sum);
            } else {
                stories.add(story(item, authors, attachments, channel.text("language")));
            }
        });
        if (stories.isEmpty()) {
            throw new UnreadableException("no-story", "There is no post in this export.");
        }
        others.forEach((kind, times) -> stories.set(
                0,
                stories.get(0)
                        .with(ImportNote.dropped(
                                "no-story",
                                "In the same export, and no story: " + kind + ", " + times + " of them."))));
        return stories;
    }

    private ImportedStory story(
            XmlElement item, Map<String, String> authors, Map<String, Picture> attachments, String language) {
        Moments moments = new Moments(settings.zone());
        Findings findings = new Findings();
        HeaderDraft header = new HeaderDraft(findings);
        header.headline = item.text("title");
        header.standfirst =
                org.jsoup.Jsoup.parseBodyFragment(item.text("excerpt:encoded")).text();
        String login = item.text("dc:creator");
        String author = authors.getOrDefault(login, "");
        header.bylines.add(author.isEmpty() ? login : author);
        header.stamp = moments.utc(item.text("wp:post_date_gmt"));
        if (header.stamp == null) {
            header.stamp = moments.read(item.text("wp:post_date"));
        }
        header.slug = item.text("wp:post_name");
        header.language = language;
        item.children("category").forEach(category -> {
            boolean tag = category.attribute("domain").equals("post_tag");
            if (tag) {
                header.tags.add(category.text());
            } else if (category.attribute("domain").equals("category")) {
                header.sections.add(category.attribute("nicename"));
                header.sections.add(category.text());
            } else {
                findings.dropped("taxonomy", category.attribute("domain") + ": " + category.text());
            }
        });
        Picture lead = attachments.get(meta(item, "_thumbnail_id"));
        if (lead != null) {
            header.lead = lead;
        } else if (!meta(item, "_thumbnail_id").isEmpty()) {
            findings.warning("picture-unknown", "The featured picture is not in this export.");
        }
        String status = item.text("wp:status");
        findings.recognised("status", "In WordPress the post is: " + status + ". Here every import begins as a draft.");
        long comments = item.children("wp:comment").count();
        if (comments > 0) {
            findings.dropped("comments", "Readers’ comments: " + comments + ".");
        }
        if (!item.text("wp:post_password").isEmpty()) {
            findings.warning("password", "In WordPress the post has a password; here it has none.");
        }
        HtmlBody body = Bodies.html(
                WordPressText.html(item.text("content:encoded"), findings),
                findings,
                new Addresses(Addresses.NONE.page(item.text("link"))),
                header.headline);
        String modified = item.text("wp:post_modified_gmt");
        return new ImportedStory(
                "wxr",
                WireName.of(
                        item.text("guid"),
                        "",
                        moments.utc(modified) == null
                                ? moments.instant(item.text("pubDate"))
                                : moments.utc(modified).toInstant()),
                false,
                null,
                header.build(body.blocks()),
                header.sections,
                body.blocks(),
                body.slots(),
                null,
                findings.notes());
    }

    private static String meta(XmlElement item, String key) {
        return item.children("wp:postmeta")
                .filter(one -> one.text("wp:meta_key").equals(key))
                .map(one -> one.text("wp:meta_value"))
                .findFirst()
                .orElse("");
    }
}
