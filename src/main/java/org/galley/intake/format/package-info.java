/**
 * The formats in which stories come from outside: each reads a document into stories, and says what it recognised and what it
 * dropped. Nothing here stores anything, fetches anything, or knows an article.
 */
package org.galley.intake.format;
