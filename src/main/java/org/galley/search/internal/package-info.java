/** The two indexes, and what they have in common. Nothing outside of search knows which of them is at work. */
package org.galley.search.internal;
