package org.galley.publishing.internal.page;

import java.net.URI;
import java.util.List;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Picture;

/** One thing in an article's body as the template reads it: exactly one of the parts is there, the others are null. */
record BodyItem(
        String paragraph,
        String subheading,
        String subsubheading,
        QuoteView quote,
        ListView list,
        PictureView picture,
        CardView card,
        SlotView slot) {

    static BodyItem of(SlotView slot) {
        return new BodyItem(null, null, null, null, null, null, null, slot);
    }

    /** The block as it is shown, or null if it says nothing. */
    static BodyItem of(Block block, PageContent content) {
        if (block instanceof Block.Paragraph p) {
            return p.inline().isEmpty()
                    ? null
                    : new BodyItem(p.inline().html(), null, null, null, null, null, null, null);
        }
        if (block instanceof Block.Subheading s) {
            return s.inline().isEmpty()
                    ? null
                    : subheading(s.level(), s.inline().html());
        }
        if (block instanceof Block.Quote q) {
            QuoteView quote = new QuoteView(q.inline().html(), q.attribution());
            return q.inline().isEmpty() ? null : new BodyItem(null, null, null, quote, null, null, null, null);
        }
        if (block instanceof Block.Listing l) {
            List<String> items = l.items().stream()
                    .filter(i -> !i.isEmpty())
                    .map(Inline::html)
                    .toList();
            ListView list = new ListView(l.ordered(), items);
            return items.isEmpty() ? null : new BodyItem(null, null, null, null, list, null, null, null);
        }
        if (block instanceof Block.Image i) {
            PictureView picture = PictureView.of(i.picture(), content, true);
            return picture == null ? null : new BodyItem(null, null, null, null, null, picture, null, null);
        }
        Block.Embed embed = (Block.Embed) block;
        CardView card = CardView.of(embed);
        return card == null ? null : new BodyItem(null, null, null, null, null, null, card, null);
    }

    private static BodyItem subheading(int level, String html) {
        return level == 2
                ? new BodyItem(null, html, null, null, null, null, null, null)
                : new BodyItem(null, null, html, null, null, null, null, null);
    }

    record QuoteView(String html, String attribution) {}

    record ListView(boolean ordered, List<String> items) {}

    /**
     * @param src empty for a picture still to come, which gets a quiet place
     * @param sourceSet the other sizes; empty if there are none
     * @param size of the file at {@code src}, or null if it is not known
     */
    record PictureView(
            String src,
            String alt,
            String caption,
            String credit,
            boolean lazy,
            String sourceSet,
            SizedPicture.Size size) {

        /**
         * The picture, or null if there is neither a picture nor a word about it.
         *
         * @param lazy whether it may wait until the reader comes near
         */
        static PictureView of(Picture picture, PageContent content, boolean lazy) {
            if (picture.src().isEmpty() && picture.caption().isEmpty()) {
                return null;
            }
            PagePath here = content.path();
            SizedPicture sized = content.pictures().get(picture.src());
            return new PictureView(
                    relative(picture.src(), here),
                    picture.alt(),
                    picture.caption(),
                    picture.credit(),
                    lazy,
                    sized == null ? "" : sized.sourceSet(here),
                    sized == null ? null : sized.largest());
        }

        /** A path on the same site counts from the context root, wherever a site has put that. */
        private static String relative(String src, PagePath here) {
            return src.startsWith("/") ? here.root() + src.replaceFirst("^/+", "") : src;
        }

        /** Whether there is anything to say under the picture. */
        boolean described() {
            return !caption.isEmpty() || !credit.isEmpty();
        }
    }

    record CardView(String url, String title, String host) {

        /** The card, or null if it leads nowhere. */
        static CardView of(Block.Embed embed) {
            if (embed.url().isEmpty()) {
                return null;
            }
            String host = URI.create(embed.url()).getHost();
            String shown = host == null ? embed.url() : host.replaceFirst("^www\\.", "");
            return new CardView(embed.url(), embed.title().isEmpty() ? shown : embed.title(), shown);
        }
    }
}
