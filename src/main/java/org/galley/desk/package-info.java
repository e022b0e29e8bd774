/**
 * The desk as people work with it: its queues and their counts, filters and saved views, each person's columns, and what is done with
 * many stories at once. No rule of the workflow is decided here: what is done, is done by the services that decide.
 */
package org.galley.desk;
