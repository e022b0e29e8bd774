package org.galley.web.write;

import java.io.Serializable;
import org.galley.diff.Conflict;

/**
 * Words that two people changed at once, as the screen shows them.
 *
 * @param mine what this person wrote
 * @param theirs what the other person saved; empty if they deleted it
 */
public record Collision(String where, String mine, String theirs) implements Serializable {
    static Collision of(Conflict conflict) {
        if (conflict.blockId() == null) {
            return new Collision(conflict.field(), conflict.incomingText(), conflict.currentText());
        }
        return new Collision(
                "text",
                conflict.incoming() == null ? "" : conflict.incoming().text(),
                conflict.current() == null ? "" : conflict.current().text());
    }
}
