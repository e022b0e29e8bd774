/** Signing in and out, and the gate that asks for it before any screen. */
package org.galley.web.session;
