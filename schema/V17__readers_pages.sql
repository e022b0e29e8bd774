-- Readers' pages from memory: which article changed for readers, in the order of the changes. Every node keeps pages by itself and asks
-- for what changed after the last change that it knows. The counter's row is locked until the end of a publication, so a number is never
-- seen before a smaller one.
create table reader_counter (
  id      integer primary key,
  version bigint not null
);
insert into reader_counter (id, version) values (1, 0);

create table reader_change (
  article_id bigint primary key references article (id) on delete cascade,
  version    bigint not null
);
create index reader_change_by_version on reader_change (version);

-- Front pages list stories by their first publication, which an update does not change.
alter table edition add column first_at timestamp with time zone;
update edition set first_at = (select min(f.from_at) from edition f where f.article_id = edition.article_id);
alter table edition alter column first_at set not null;
create index edition_by_first_time on edition (to_at, status, first_at, article_id);

-- Articles that say the same in different languages.
create table translation (
  article_id bigint primary key references article (id) on delete cascade,
  group_id   bigint not null
);
create index translation_by_group on translation (group_id);

-- Links by which people without an account see one revision. What is signed stands in the row; the signature stands in the link alone.
create table preview_link (
  id              bigint primary key,
  article_id      bigint not null references article (id) on delete cascade,
  revision        integer not null,
  name            varchar(200) not null,
  made_by         varchar(64) not null,
  made_at         timestamp with time zone not null,
  expires_at      timestamp with time zone not null,
  despite_embargo boolean not null,
  revoked_at      timestamp with time zone,
  revoked_by      varchar(64),
  uses            integer not null,
  last_used_at    timestamp with time zone
);
create index preview_link_by_article on preview_link (article_id, made_at, id);

create table signing_key (
  purpose    varchar(32) primary key,
  secret     varchar(128) not null,
  created_at timestamp with time zone not null
);
