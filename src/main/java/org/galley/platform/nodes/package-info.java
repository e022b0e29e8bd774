/** What the nodes of one desk let each other know, over the database that they share: that something changed, and never what. */
package org.galley.platform.nodes;
