/** Signing in again without leaving the page that is open. */
package org.galley.api.session;
