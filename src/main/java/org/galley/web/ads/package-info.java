/** The ads screen: the layout that somebody is arranging, as they see it. What may stand where is decided in {@code placement}. */
package org.galley.web.ads;
