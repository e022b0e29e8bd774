/** Tests against the deployed WAR: over HTTP and in a real browser, on H2 and on PostgreSQL. */
package org.galley.it;
