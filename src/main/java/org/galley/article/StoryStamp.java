package org.galley.article;

import java.time.Instant;

/** Which text of an article is the newest, without the text. */
public record StoryStamp(long article, long version, Instant at) {}
