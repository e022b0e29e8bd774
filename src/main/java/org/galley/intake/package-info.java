/** Import: what came in from outside becomes an article, after a person has seen what was recognised. */
package org.galley.intake;
