package org.galley.web.desk;

import java.util.List;
import java.util.Map;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleQuery;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Feeds the desk's table one page at a time. */
class StoryTable extends LazyDataModel<ArticleLine> {
    private static final long serialVersionUID = 1L;

    private final transient ArticleLists lists;
    private final ArticleQuery query;

    StoryTable(ArticleLists lists, ArticleQuery query) {
        this.lists = lists;
        this.query = query;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(lists.count(query));
    }

    @Override
    public List<ArticleLine> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        return lists.list(query, first, size);
    }

    @Override
    public String getRowKey(ArticleLine line) {
        return Long.toString(line.id());
    }
}
