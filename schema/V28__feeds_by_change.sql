-- Feeds list what readers have by when they were last told something new, of the whole site, a section or a term.
create index edition_by_change on edition (to_at, status, last_modified, article_id);
create index edition_by_section_change on edition (section_key, to_at, status, last_modified, article_id);
