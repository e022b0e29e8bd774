package org.galley.publishing;

/**
 * One of an article's translations.
 *
 * @param language a BCP 47 tag, as the desk has it now
 * @param live whether readers have it
 */
public record TranslationLine(long article, String language, String headline, boolean live) {}
