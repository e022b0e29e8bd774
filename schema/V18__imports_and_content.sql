-- What the content that readers have now can be asked for by. Rows are there for current editions only, and are made of them.
create table content_term (
  edition_id bigint not null references edition (id) on delete cascade,
  kind       varchar(16) not null,
  term       varchar(200) not null,
  primary key (edition_id, kind, term)
);
create index content_term_by_term on content_term (kind, term, edition_id);

create table content_words (
  edition_id bigint primary key references edition (id) on delete cascade,
  words      varchar not null
);

-- Items of agencies and other systems, by the names that their senders gave them, and what was last taken of each.
create table wire_item (
  id           bigint primary key,
  item_key     varchar(64) not null unique,
  item_id      varchar(2000) not null,
  format       varchar(32) not null,
  article_id   bigint not null references article (id) on delete cascade,
  version      varchar(100),
  versioned_at timestamp with time zone,
  content_hash varchar(64) not null,
  base_header  varchar not null,
  base_body    varchar not null,
  imported_at  timestamp with time zone not null,
  imported_by  varchar(64) not null
);
create index wire_item_by_article on wire_item (article_id);

-- Newer versions of such items that somebody has to decide on.
create table wire_proposal (
  id           bigint primary key,
  wire_item_id bigint not null references wire_item (id) on delete cascade,
  article_id   bigint not null references article (id) on delete cascade,
  state        varchar(16) not null,
  cancels      boolean not null,
  format       varchar(32) not null,
  version      varchar(100),
  versioned_at timestamp with time zone,
  note         varchar(2000),
  header       varchar not null,
  body         varchar not null,
  arrived_at   timestamp with time zone not null,
  arrived_by   varchar(64) not null,
  decided_at   timestamp with time zone,
  decided_by   varchar(64),
  revision     integer
);
create index wire_proposal_by_article on wire_proposal (article_id, state, id);
create index wire_proposal_by_state on wire_proposal (state, id);

-- Files of the watched folder: who is at one, and which of its stories are in already. A story's row is written in the
-- transaction that makes its article.
create table import_file (
  id            bigint primary key,
  file_key      varchar(64) not null unique,
  name          varchar(500) not null,
  claimed_by    varchar(64),
  claimed_until timestamp with time zone,
  outcome       varchar(16),
  report        varchar,
  moved         boolean not null,
  seen_at       timestamp with time zone not null
);

create table import_file_item (
  file_id  bigint not null references import_file (id) on delete cascade,
  position integer not null,
  report   varchar not null,
  primary key (file_id, position)
);
