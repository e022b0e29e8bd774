/** The socket of an open article: who is there and that something changed. Texts are fetched over the API, never sent here. */
package org.galley.web.live;
