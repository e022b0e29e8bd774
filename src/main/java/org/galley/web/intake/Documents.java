package org.galley.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galley.intake.Imports;
import org.galley.intake.Imports.Reading;
import org.galley.intake.format.ImportedStory;
import org.galley.platform.refusal.RefusedException;

/**
 * The documents that somebody gave to the import screen, and the stories in them.
 *
 * <p>It keeps the documents only; what is recognised in them is a function of them and found again when needed.
 */
@ViewScoped
class Documents implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private Imports imports;

    private List<Upload> uploads = List.of();
    private transient List<Reading> readings;

    /**
     * Takes documents instead of those that were here, and reads them.
     *
     * @throws RefusedException invalid, if a single one cannot be read; forbidden
     */
    void take(List<Upload> given) {
        uploads = given;
        readings = read(given);
    }

    /** Of several files, one that cannot be read is told of among the others. */
    private List<Reading> read(List<Upload> given) {
        if (given.size() == 1) {
            return imports.read(given.get(0).source());
        }
        List<Reading> all = new ArrayList<>();
        for (Upload upload : given) {
            try {
                all.addAll(imports.read(upload.source()));
            } catch (RefusedException e) {
                if (e.kind() != RefusedException.Kind.INVALID) {
                    throw e;
                }
                all.add(new Reading(upload.name(), List.of(), e.getMessage()));
            }
        }
        return all;
    }

    /** What was found in each of them. */
    List<Reading> readings() {
        if (readings == null) {
            readings = read(uploads);
        }
        return readings;
    }

    /** Whether there is anything but one story that is new here. */
    boolean hasSeveral() {
        List<Reading> found = readings();
        boolean one = found.size() == 1 && found.get(0).stories().size() == 1;
        return !one || story().cancelled() || imports.isKnown(story());
    }

    /** The one story that is in them; only if {@linkplain #hasSeveral() there are not several}. */
    ImportedStory story() {
        return readings().get(0).stories().get(0);
    }

    /** Lets go of documents that are not needed again, as their stories were taken in. */
    void letGo() {
        uploads = List.of();
    }

    /** Lets go of what was recognised until it is needed again. */
    void forget() {
        readings = null;
    }
}
