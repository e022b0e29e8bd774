-- What can be searched of each story, on PostgreSQL; on H2 an index in files does it. Kept by Galley in the transaction that changes
-- the story, in a table of its own: rows of article change all the time, and their words do not.
create table search_text (
  article_id bigint primary key references article (id) on delete cascade,
  version    bigint not null,
  config     varchar(64) not null,
  headline   varchar not null,
  body       varchar not null,
  document   tsvector not null
);
create index search_text_by_word on search_text using gin (document);
create index search_text_by_config on search_text (config);

-- Names and headlines stand in it as they are written, too: a name has no stem, and the beginning of a word finds it.
create function galley_document(config text, names text, headline text, body text) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector('pg_catalog.simple', names), 'A')
    || setweight(to_tsvector(config::regconfig, headline), 'A')
    || to_tsvector(config::regconfig, body)
$$;

-- Immutable, although it looks a configuration up by its name: so the planner works it out once and knows how many stories have the
-- words, where it would otherwise work it out for each row.
create function galley_query(config text, words text, beginnings text) returns tsquery
language sql immutable parallel safe as $$
  select websearch_to_tsquery(config::regconfig, words) || to_tsquery('pg_catalog.simple', beginnings)
$$;

-- The operator under a name that JPQL can call; the planner puts the operator back in its place and finds the index.
create function galley_matches(document tsvector, query tsquery) returns boolean
language sql immutable parallel safe as $$
  select document @@ query
$$;

-- The first stories that have the words, through the index of words whatever the planner thinks: it cannot know how many there are of
-- a word that it never saw, and would rather read all stories in their order until it has a page of them.
-- The configuration is compared so that its own index, which all stories of a language share, is out of the question.
create function galley_first(config text, words text, beginnings text, most integer) returns setof bigint
language sql stable set enable_seqscan = off set enable_indexscan = off as $$
  select s.article_id from search_text s
  where s.document @@ galley_query($1, $2, $3) and s.config || '' = $1
  limit $4
$$;

-- What readers have is most of a desk's stories: counted from the index alone, and read in its order without the others.
create index article_by_live on article (updated_at, id, state) where live_revision is not null;

-- The queue of what is to be taken: few of many stories, in its own order.
create index article_to_be_taken on article (priority, due_at, id) where assignee is null and state in ('DRAFT', 'SENT_BACK');
