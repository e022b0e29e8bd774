/** Plumbing of everything that answers over HTTP: headers that guard every answer. No feature is known here. */
package org.galley.platform.web;
