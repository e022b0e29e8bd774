/**
 * Files that claim to be pictures: what they are, whether they may be decoded, and the clean pictures made of them. Plain Java;
 * nothing of storage, rights or HTTP.
 */
package org.galley.media.internal.image;
