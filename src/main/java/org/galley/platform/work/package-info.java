/** Threads for work that recurs by itself. */
package org.galley.platform.work;
