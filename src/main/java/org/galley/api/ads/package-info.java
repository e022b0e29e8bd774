/** Ad layouts of articles, their reports, and the optimum for any blocks. */
package org.galley.api.ads;
