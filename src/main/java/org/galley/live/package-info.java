/**
 * Who is in which article right now, and word of every change to those who are. Nothing of it is stored, nothing is locked:
 * whoever stops saying that they are there, is gone. No text passes through here, only who, where and which version.
 */
package org.galley.live;
