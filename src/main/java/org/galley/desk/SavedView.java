package org.galley.desk;

import java.io.Serializable;
import java.util.List;

/**
 * A view of the desk that somebody keeps under a name. Whoever has its address can open it, and sees in it what they may see.
 *
 * @param owner username of whoever saved it; only they change it
 * @param columns empty for whatever the person who looks at it usually sees
 */
public record SavedView(long id, String owner, String name, DeskFilter filter, List<DeskColumn> columns)
        implements Serializable {
    public SavedView {
        columns = List.copyOf(columns);
    }
}
