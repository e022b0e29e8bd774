package org.galley.article;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps priorities by their rank, so that the database sorts them. */
@Converter(autoApply = true)
public class PriorityConverter implements AttributeConverter<Priority, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Priority priority) {
        return priority == null ? null : priority.rank();
    }

    @Override
    public Priority convertToEntityAttribute(Integer rank) {
        return rank == null ? null : Priority.ofRank(rank);
    }
}
