/** The screens: Faces beans and view records, one package a screen. They call feature services and nothing below. */
package org.galley.web;
