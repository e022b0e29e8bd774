package org.galley.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;

/** The watched folder without its clock: a scene decides when it is looked into. */
@Dependent
public class FolderAtHand {
    @Inject
    private FolderImport folders;

    public void watch(Path folder) throws IOException {
        folders.watch(folder);
    }

    public void look() {
        folders.look();
    }
}
