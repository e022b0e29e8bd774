/** The import screen: what was recognised in a text, for a person to correct. Recognising itself is {@code org.galley.intake}'s. */
package org.galley.web.intake;
