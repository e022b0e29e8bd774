/**
 * The plugin interface: events to observe and interfaces to implement by code that is deployed with Galley.
 *
 * <p>This is the only package with a compatibility promise: within a major version nothing here is taken away or changes its
 * meaning, records only get more components together with the old constructor, and interfaces only get default methods. It knows
 * no other package of Galley. {@code src/site/markdown/plugins.md} shows how to use it.
 */
package org.galley.spi;
