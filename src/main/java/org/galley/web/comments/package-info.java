/** What the comments beside a story need of the server when a screen is drawn; the rest they ask of the API. */
package org.galley.web.comments;
