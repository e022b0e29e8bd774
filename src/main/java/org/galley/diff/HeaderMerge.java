package org.galley.diff;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.galley.story.Header;
import org.galley.story.Picture;

/** Merges headers field by field; bylines and tags entry by entry. */
final class HeaderMerge {
    private final Header base;
    private final Header current;
    private final Header incoming;
    private final List<Conflict> conflicts;

    private HeaderMerge(Header base, Header current, Header incoming, List<Conflict> conflicts) {
        this.base = base;
        this.current = current;
        this.incoming = incoming;
        this.conflicts = conflicts;
    }

    static Header threeWay(Header base, Header current, Header incoming, List<Conflict> conflicts) {
        return new HeaderMerge(base, current, incoming, conflicts).merged();
    }

    private Header merged() {
        String headline = field("headline", Header::headline);
        String standfirst = field("standfirst", Header::standfirst);
        List<String> bylines = OrderMerge.ofSets(base.bylines(), current.bylines(), incoming.bylines());
        String dateline = field("dateline", Header::dateline);
        OffsetDateTime stamp = field("stamp", Header::stamp);
        String section = field("section", Header::section);
        String slug = field("slug", Header::slug);
        List<String> tags = OrderMerge.ofSets(base.tags(), current.tags(), incoming.tags());
        String language = field("language", Header::language);
        Picture image = new Picture(
                field("leadImage.src", header -> header.leadImage().src()),
                field("leadImage.alt", header -> header.leadImage().alt()),
                field("leadImage.caption", header -> header.leadImage().caption()),
                field("leadImage.credit", header -> header.leadImage().credit()));
        return new Header(headline, standfirst, bylines, dateline, stamp, section, slug, tags, language, image);
    }

    private <T> T field(String name, Function<Header, T> value) {
        T old = value.apply(base);
        T mine = value.apply(current);
        T theirs = value.apply(incoming);
        if (Objects.equals(mine, theirs) || Objects.equals(old, theirs)) {
            return mine;
        }
        if (Objects.equals(old, mine)) {
            return theirs;
        }
        conflicts.add(Conflict.ofField(
                name, Objects.toString(old, ""), Objects.toString(mine, ""), Objects.toString(theirs, "")));
        return mine;
    }
}
