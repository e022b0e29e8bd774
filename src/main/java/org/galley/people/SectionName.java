package org.galley.people;

import java.io.Serializable;

/**
 * A section as screens and pages name it.
 *
 * @param key the word in addresses and in the API
 * @param name the word for readers
 */
public record SectionName(String key, String name) implements Serializable {}
