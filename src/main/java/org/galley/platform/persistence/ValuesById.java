package org.galley.platform.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** One value of each of several rows, without loading them. */
public final class ValuesById {
    private ValuesById() {}

    /**
     * Asks for the values of several rows at once.
     *
     * @param query the name of a query for ids and values of the rows whose ids the parameter {@code ids} has
     * @param ids of which the query is asked only if there are any, as an empty list is no SQL
     * @return by id; without those that the query does not find
     */
    public static <T> Map<Long, T> find(EntityManager entities, String query, Collection<Long> ids, Class<T> type) {
        Map<Long, T> values = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createNamedQuery(query, Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> values.put((Long) row[0], type.cast(row[1])));
        }
        return values;
    }
}
