package org.galley.web.intake;

import java.time.OffsetDateTime;
import java.util.List;
import org.galley.story.Header;
import org.galley.web.shell.HeaderTexts;

/** The header that was recognised in a document, as fields that a person can correct. */
public class HeaderForm extends HeaderTexts {
    private static final long serialVersionUID = 1L;

    HeaderForm(Header header, StampText stamps) {
        super(header, stamps.print(header.stamp()));
    }

    /**
     * The corrected header.
     *
     * @param read what was recognised
     * @param confirmed the stamp that the field means, or null
     */
    Header over(Header read, OffsetDateTime confirmed) {
        return new Header(
                getHeadline(),
                getStandfirst(),
                corrected(read.bylines(), getBylines()),
                getDateline(),
                confirmed,
                getSection(),
                getSlug(),
                corrected(read.tags(), getTags()),
                getLanguage(),
                picture());
    }

    /** What a person left as it was stays word for word, commas in a name too. */
    private static List<String> corrected(List<String> read, String shown) {
        return shown.strip().equals(joined(read)) ? read : list(shown);
    }
}
