/** What every screen has: who am I, the words of the interface, times in the desk's zone, messages. */
package org.galley.web.shell;
