/** The desk's screen: a list with its filters, what is done with its stories, and what somebody keeps. Nothing is decided here. */
package org.galley.web.desk;
