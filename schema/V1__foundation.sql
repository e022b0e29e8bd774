-- The foundation: people, articles, their history, ads, workflow and editions.
-- One script for H2 (in PostgreSQL mode) and PostgreSQL. Texts are varchar without a length on both.

create sequence article_seq start with 1 increment by 1;
create sequence row_seq start with 50 increment by 50;

create table section (
  section_key varchar(64) primary key,
  name        varchar(200) not null,
  position    integer not null
);

create table person (
  id            bigint primary key,
  username      varchar(64) not null unique,
  display_name  varchar(200) not null,
  password_hash varchar(500) not null,
  active        boolean not null,
  created_at    timestamp with time zone not null
);

create table person_role (
  person_id bigint not null references person (id) on delete cascade,
  role      varchar(32) not null,
  primary key (person_id, role)
);

create table api_token (
  id         bigint primary key,
  person_id  bigint not null references person (id) on delete cascade,
  token_hash varchar(64) not null unique,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);

create table sign_in_throttle (
  subject       varchar(200) primary key,
  failures      integer not null,
  window_start  timestamp with time zone not null
);

create table article (
  id                  bigint primary key,
  state               varchar(16) not null,
  created_at          timestamp with time zone not null,
  created_by          varchar(64) not null,
  updated_at          timestamp with time zone not null,
  updated_by          varchar(64) not null,
  state_changed_at    timestamp with time zone not null,
  section_key         varchar(64) not null references section (section_key),
  headline            varchar(300) not null,
  slug                varchar(100) not null,
  words               integer not null,
  slots               integer not null,
  last_revision       integer not null,
  approved_revision   integer,
  approved_hash       varchar(64),
  approved_by         varchar(64),
  approved_at         timestamp with time zone,
  live_revision       integer,
  first_published_at  timestamp with time zone,
  published_at        timestamp with time zone
);
create index article_by_state on article (state, updated_at desc, id);
create index article_by_section on article (section_key, updated_at desc, id);
create index article_by_creator on article (created_by, updated_at desc, id);

create table working_copy (
  article_id bigint primary key references article (id) on delete cascade,
  version    bigint not null,
  header     varchar not null,
  body       varchar not null,
  layout     varchar not null,
  unsaved    boolean not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(64) not null
);

-- Older versions of a working copy, kept for a while so that late saves can be merged with what they were based on.
create table working_state (
  article_id bigint not null references article (id) on delete cascade,
  version    bigint not null,
  header     varchar not null,
  body       varchar not null,
  layout     varchar not null,
  at         timestamp with time zone not null,
  author     varchar(64) not null,
  primary key (article_id, version)
);

-- Blocks, headers and layouts in canonical form, each stored once under its SHA-256.
create table content (
  hash varchar(64) primary key,
  text varchar not null
);

create table revision (
  id           bigint primary key,
  article_id   bigint not null references article (id) on delete cascade,
  number       integer not null,
  author       varchar(64) not null,
  at           timestamp with time zone not null,
  kind         varchar(16) not null,
  name         varchar(200),
  note         varchar(2000),
  header_hash  varchar(64) not null references content (hash),
  layout_hash  varchar(64) not null references content (hash),
  manifest     varchar not null,
  content_hash varchar(64) not null,
  parent_hash  varchar(64),
  hash         varchar(64) not null,
  words        integer not null,
  words_added   integer not null,
  words_removed integer not null,
  blocks_moved  integer not null,
  slots_changed integer not null,
  unique (article_id, number)
);

create table workflow_entry (
  id         bigint primary key,
  article_id bigint not null references article (id) on delete cascade,
  at         timestamp with time zone not null,
  actor      varchar(64) not null,
  action     varchar(32) not null,
  from_state varchar(16) not null,
  to_state   varchar(16) not null,
  revision   integer,
  note       varchar(2000)
);
create index workflow_entry_by_article on workflow_entry (article_id, at, id);

create table remark (
  id          bigint primary key,
  article_id  bigint not null references article (id) on delete cascade,
  block_id    varchar(32),
  author      varchar(64) not null,
  at          timestamp with time zone not null,
  text        varchar(4000) not null,
  must        boolean not null,
  resolved_at timestamp with time zone,
  resolved_by varchar(64)
);
create index remark_by_article on remark (article_id, at, id);

create table slot_definition (
  definition_key varchar(64) primary key,
  label          varchar(200) not null,
  unit_path      varchar(300) not null,
  phone_height   integer,
  tablet_height  integer,
  desktop_height integer,
  phone_sizes    varchar(300) not null,
  tablet_sizes   varchar(300) not null,
  desktop_sizes  varchar(300) not null,
  house_fallback varchar not null,
  lazy           boolean not null,
  position       integer not null,
  version        bigint not null
);

create table placement_policy (
  scope   varchar(64) primary key,
  policy  varchar not null,
  version bigint not null
);

create table edition (
  id            bigint primary key,
  article_id    bigint not null references article (id) on delete cascade,
  revision      integer not null,
  kind          varchar(16) not null,
  section_key   varchar(64) not null,
  slug          varchar(100) not null,
  status        integer not null,
  from_at       timestamp with time zone not null,
  to_at         timestamp with time zone,
  last_modified timestamp with time zone not null,
  etag          varchar(64) not null,
  style_hash    varchar(64) not null,
  page          bytea not null,
  page_gzip     bytea not null
);
create index edition_by_address on edition (section_key, slug, to_at);
create index edition_by_article on edition (article_id, from_at);

-- Where a slug is taken, and by which article: an address never changes hands.
create table address (
  section_key varchar(64) not null,
  slug        varchar(100) not null,
  article_id  bigint not null references article (id) on delete cascade,
  primary key (section_key, slug)
);

create table correction (
  id         bigint primary key,
  article_id bigint not null references article (id) on delete cascade,
  at         timestamp with time zone not null,
  text       varchar(2000) not null
);

create table audit_entry (
  id      bigint primary key,
  at      timestamp with time zone not null,
  actor   varchar(64) not null,
  action  varchar(64) not null,
  subject varchar(200) not null,
  detail  varchar(2000)
);
create index audit_entry_by_time on audit_entry (at, id);

-- The catalogue that an installation begins with; every figure can be changed on the Catalogue screen.
insert into slot_definition (definition_key, label, unit_path, phone_height, tablet_height, desktop_height,
  phone_sizes, tablet_sizes, desktop_sizes, house_fallback, lazy, position, version)
values
  ('inline', 'Advertisement', '/galley/inline', 274, 274, 274, '300x250', '300x250', '300x250', '', true, 0, 1),
  ('below-text', 'Advertisement', '/galley/below-text', 274, 274, 274, '300x250', '300x250', '300x250', '', true, 1, 1);
