/** Tokens for programs. */
package org.galley.api.tokens;
