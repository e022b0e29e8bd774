package org.galley.workflow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Keeps a few usernames in one column, with spaces between, as none has a space in it. */
@Converter
public class Usernames implements AttributeConverter<Set<String>, String> {
    @Override
    public String convertToDatabaseColumn(Set<String> usernames) {
        return usernames == null ? "" : String.join(" ", usernames);
    }

    @Override
    public Set<String> convertToEntityAttribute(String column) {
        Collection<String> names = column == null || column.isEmpty() ? Set.of() : Arrays.asList(column.split(" "));
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}
