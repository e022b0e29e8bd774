/** The catalogue screen: slot definitions, placement policies with their preview, runs over a section. */
package org.galley.web.catalogue;
