/**
 * People, their roles and rights, sign-in, API tokens and the sections that they work for.
 *
 * <p>Every other feature asks {@link org.galley.people.Caller} what the person in front of it may do. Nothing of stories lives
 * here.
 */
package org.galley.people;
