/**
 * Finds stories by their words, people and tags, with the stems of each story's language: by PostgreSQL's full text, or on H2 by an
 * index in files. Both stand behind {@link org.galley.search.StoryIndex}; whoever searches asks
 * {@link org.galley.search.StorySearch}. What a list shows beside that, its rights, filters and order, is decided where lists are.
 */
package org.galley.search;
