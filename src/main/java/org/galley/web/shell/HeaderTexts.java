package org.galley.web.shell;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.galley.story.Header;
import org.galley.story.Picture;

/**
 * A story's header as the texts of a form, none of them null: lists are written with commas between. A screen's own form says
 * how a stamp is written, and makes the header again.
 */
public abstract class HeaderTexts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String BETWEEN = ", ";

    private String headline;
    private String standfirst;
    private String bylines;
    private String dateline;
    private String stamp;
    private String section;
    private String slug;
    private String tags;
    private String language;
    private String imageSource;
    private String imageAlternative;
    private String imageCaption;
    private String imageCredit;

    /** @param stamp the header's stamp as the form writes it; empty for none */
    protected HeaderTexts(Header header, String stamp) {
        headline = header.headline();
        standfirst = header.standfirst();
        bylines = joined(header.bylines());
        dateline = header.dateline();
        this.stamp = stamp;
        section = header.section();
        slug = header.slug();
        tags = joined(header.tags());
        language = header.language();
        imageSource = header.leadImage().src();
        imageAlternative = header.leadImage().alt();
        imageCaption = header.leadImage().caption();
        imageCredit = header.leadImage().credit();
    }

    /** A list as the form writes it. */
    protected static String joined(List<String> list) {
        return String.join(BETWEEN, list);
    }

    /** What stands between the commas, without what is blank. */
    protected static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** The lead picture; without an address if what is written is none. */
    protected Picture picture() {
        return new Picture(imageSource, imageAlternative, imageCaption, imageCredit);
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

    /** @param section null, as Faces has it where nothing is chosen, for none */
    public void setSection(String section) {
        this.section = section == null ? "" : section;
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
