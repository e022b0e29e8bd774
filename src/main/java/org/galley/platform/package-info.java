/** What every feature stands on and that knows no feature: clock, configuration, persistence plumbing, web plumbing. */
package org.galley.platform;
