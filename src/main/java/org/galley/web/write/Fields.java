package org.galley.web.write;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.web.shell.Texts;

/** A story's header as form fields: lists are written with commas between. */
public class Fields implements Serializable {
    private static final long serialVersionUID = 1L;

    private String headline = "";
    private String standfirst = "";
    private String bylines = "";
    private String dateline = "";
    private String stamp = "";
    private String section = "";
    private String slug = "";
    private String tags = "";
    private String language = "";
    private String imageSource = "";
    private String imageAlternative = "";
    private String imageCaption = "";
    private String imageCredit = "";

    static Fields of(Header header) {
        Fields fields = new Fields();
        fields.headline = header.headline();
        fields.standfirst = header.standfirst();
        fields.bylines = String.join(", ", header.bylines());
        fields.dateline = header.dateline();
        fields.stamp = header.stamp() == null ? "" : header.stamp().toString();
        fields.section = header.section();
        fields.slug = header.slug();
        fields.tags = String.join(", ", header.tags());
        fields.language = header.language();
        fields.imageSource = header.leadImage().src();
        fields.imageAlternative = header.leadImage().alt();
        fields.imageCaption = header.leadImage().caption();
        fields.imageCredit = header.leadImage().credit();
        return fields;
    }

    /**
     * @param texts the words of a refusal
     * @throws RefusedException invalid, if the stamp is no time or the picture's address none
     */
    Header header(Texts texts) {
        Picture picture = new Picture(imageSource, imageAlternative, imageCaption, imageCredit);
        if (!imageSource.isBlank() && picture.src().isEmpty()) {
            throw RefusedException.invalid("imageSource", texts.of(WriteBean.BUNDLE, "imageSource.wrong"));
        }
        return new Header(
                headline,
                standfirst,
                list(bylines),
                dateline,
                time(texts),
                section,
                slug.strip().toLowerCase(Locale.ROOT),
                list(tags),
                language.strip(),
                picture);
    }

    private OffsetDateTime time(Texts texts) {
        if (stamp.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(stamp.strip());
        } catch (DateTimeParseException e) {
            throw RefusedException.invalid("stamp", texts.of(WriteBean.BUNDLE, "stamp.wrong"));
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    public String getHeadline() {
        return headline;
    }

    public void setHeadline(String headline) {
        this.headline = headline;
    }

    public String getStandfirst() {
        return standfirst;
    }

    public void setStandfirst(String standfirst) {
        this.standfirst = standfirst;
    }

    public String getBylines() {
        return bylines;
    }

    public void setBylines(String bylines) {
        this.bylines = bylines;
    }

    public String getDateline() {
        return dateline;
    }

    public void setDateline(String dateline) {
        this.dateline = dateline;
    }

    public String getStamp() {
        return stamp;
    }

    public void setStamp(String stamp) {
        this.stamp = stamp;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getImageSource() {
        return imageSource;
    }

    public void setImageSource(String imageSource) {
        this.imageSource = imageSource;
    }

    public String getImageAlternative() {
        return imageAlternative;
    }

    public void setImageAlternative(String imageAlternative) {
        this.imageAlternative = imageAlternative;
    }

    public String getImageCaption() {
        return imageCaption;
    }

    public void setImageCaption(String imageCaption) {
        this.imageCaption = imageCaption;
    }

    public String getImageCredit() {
        return imageCredit;
    }

    public void setImageCredit(String imageCredit) {
        this.imageCredit = imageCredit;
    }
}
