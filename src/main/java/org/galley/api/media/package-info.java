/** Pictures over HTTP: uploading, describing, the focus point. */
package org.galley.api.media;
