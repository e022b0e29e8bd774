/**
 * What requests and answers of the HTTP API look like: strict reading and plain writing of JSON, paging by key, entity tags.
 *
 * <p>Here values of the core meet {@code jakarta.json}. Nothing here asks a service, a database or a clock; resources do that.
 * A reader takes only members that the contract names, collects every fault with its JSON pointer, and never half-believes
 * what it read.
 */
package org.galley.api.json;
