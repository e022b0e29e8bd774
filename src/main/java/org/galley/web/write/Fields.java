package org.galley.web.write;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.web.shell.HeaderTexts;
import org.galley.web.shell.Texts;

/** The header fields of the Write screen. */
public class Fields extends HeaderTexts {
    private static final long serialVersionUID = 1L;

    Fields(Header header) {
        super(header, header.stamp() == null ? "" : header.stamp().toString());
    }

    /**
     * @param texts the words of a refusal
     * @throws RefusedException invalid, if the stamp is no time or the picture's address none
     */
    Header header(Texts texts) {
        Picture picture = picture();
        if (!getImageSource().isBlank() && picture.src().isEmpty()) {
            throw RefusedException.invalid("imageSource", texts.of(WriteBean.BUNDLE, "imageSource.wrong"));
        }
        return new Header(
                getHeadline(),
                getStandfirst(),
                list(getBylines()),
                getDateline(),
                time(texts),
                getSection(),
                getSlug().strip().toLowerCase(Locale.ROOT),
                list(getTags()),
                getLanguage().strip(),
                picture);
    }

    private OffsetDateTime time(Texts texts) {
        if (getStamp().isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(getStamp().strip());
        } catch (DateTimeParseException e) {
            throw RefusedException.invalid("stamp", texts.of(WriteBean.BUNDLE, "stamp.wrong"));
        }
    }
}
