/** The Write screen: a story's text and fields, saved and submitted. */
package org.galley.web.write;
