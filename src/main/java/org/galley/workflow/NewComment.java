package org.galley.workflow;

/**
 * A comment as somebody wants it made.
 *
 * @param block the id of a block of the working copy that it is about, or null for the whole story
 * @param replyTo the id of the comment that it replies to, or null if it begins a thread
 * @param text what is said; an {@code @} with somebody's username tells them of it
 * @param must whether the thread has to be settled before the story can be approved
 */
public record NewComment(String block, Long replyTo, String text, boolean must) {
    public static NewComment onStory(String text) {
        return new NewComment(null, null, text, false);
    }

    public static NewComment on(String block, String text) {
        return new NewComment(block, null, text, false);
    }

    public static NewComment reply(long to, String text) {
        return new NewComment(null, to, text, false);
    }

    /** The same, but the thread has to be settled before the story can be approved. */
    public NewComment demanding() {
        return new NewComment(block, replyTo, text, true);
    }
}
