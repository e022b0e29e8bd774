/**
 * Previews for people without an account: links to one revision as readers would get it, signed, for a time, and revocable.
 *
 * <p>The page itself is made in {@code publishing}; whether it may be seen is decided here, anew with every use.
 */
package org.galley.preview;
