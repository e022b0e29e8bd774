package org.galley.workflow;

import java.io.Serializable;

/**
 * A transition as somebody finds it now.
 *
 * @param allowed whether they may take it now
 * @param never whether this person may never take it, whatever the state
 * @param reason why not, in words; null if allowed
 * @param code why not, for programs; null if allowed
 */
public record Choice(Action action, boolean allowed, boolean never, String code, String reason)
        implements Serializable {
    static Choice yes(Action action) {
        return new Choice(action, true, false, null, null);
    }

    static Choice never(Action action, String code, String reason) {
        return new Choice(action, false, true, code, reason);
    }

    static Choice notNow(Action action, String code, String reason) {
        return new Choice(action, false, false, code, reason);
    }
}
